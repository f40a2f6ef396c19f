import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { FilterBar, type FilterBarProps } from '../filter/filter-bar.tsx'
import { SortMenu } from '../list/sort-menu.tsx'
import classes from '../list/toolbar.module.css'
import { SearchBox } from '../search-box.tsx'
import type { PoolState } from './use-pool-state.ts'

interface PoolToolbarProps {
  readonly object: CatalogueObject
  readonly state: PoolState
  readonly filter: FilterBarProps
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
}

/** Which records of the pool, and in which order. */
export function PoolToolbar({ object, state, filter, searching, onSearching }: PoolToolbarProps) {
  return (
    <div className={classes.bar}>
      <FilterBar {...filter} />
      <div className={classes.tools}>
        <SortMenu object={object} state={state} />
        <SearchBox
          text={state.search}
          onText={(search) => state.change({ search })}
          opened={searching}
          onOpened={onSearching}
          onLeave={focusRecords}
        />
      </div>
    </div>
  )
}

/** From the search to what it found. */
const focusRecords = () => document.querySelector<HTMLElement>('[role=table]')?.focus()
