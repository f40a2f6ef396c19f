import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { FilterBar, type FilterBarProps } from '../filter/filter-bar.tsx'
import { SearchBox } from '../search-box.tsx'
import type { ViewState } from '../views/view-state.ts'
import { FieldsMenu } from './fields-menu.tsx'
import { GroupMenu } from './group-menu.tsx'
import { SortMenu } from './sort-menu.tsx'
import classes from './toolbar.module.css'

const BoardMenu = lazy(async () => ({ default: (await import('../board/board-menu.tsx')).BoardMenu }))

interface ListToolbarProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly filter: FilterBarProps
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
}

/** Which records, and in which order, groups and fields. */
export function ListToolbar({ object, state, filter, searching, onSearching }: ListToolbarProps) {
  return (
    <div className={classes.bar}>
      <FilterBar {...filter} />
      <div className={classes.tools}>
        {state.kind === 'list' && <GroupMenu object={object} state={state} />}
        {state.kind !== 'calendar' && <SortMenu object={object} state={state} />}
        {state.kind === 'list' && <FieldsMenu object={object} state={state} />}
        {state.kind === 'board' && (
          <Suspense>
            <BoardMenu object={object} state={state} />
          </Suspense>
        )}
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
const focusRecords = () => document.querySelector<HTMLElement>('[role$="grid"]')?.focus()
