import { useCallback, useDeferredValue, useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import { usePhone } from '#web/design/use-phone.ts'
import type { FilterBarProps } from '../filter/filter-bar.tsx'
import { FilterSheetChip } from '../filter/filter-sheet-chip.tsx'
import toolbar from '../list/toolbar.module.css'
import { useLines } from '../list/use-lines.ts'
import { useList } from '../list/use-list.ts'
import { PhoneToolbar } from '../phone-toolbar.tsx'
import { useNarrowing } from '../use-narrowing.tsx'
import { PoolContent } from './pool-content.tsx'
import { PoolRecordPanel } from './pool-record-panel.tsx'
import { PoolToolbar } from './pool-toolbar.tsx'
import { PoolTop } from './pool-top.tsx'
import { usePoolState } from './use-pool-state.ts'

/** The list of a pool with its tools, and beside it the one record that is looked at. */
export function PoolRecords({ pool, object }: { pool: Pool; object: CatalogueObject }) {
  const phone = usePhone()
  const state = usePoolState()
  const { change, record } = state
  const { definition, search: text } = useDeferredValue(state)
  const setFilter = useCallback((filter: string) => change({ filter }), [change])
  const narrowing = useNarrowing(object, definition.filter ?? '', setFilter)
  const { filter } = narrowing
  const search = useMemo(
    () => ({ filter: definition.filter ?? '', sort: definition.sort ?? '', search: text, pool: pool.id }),
    [definition, text, pool.id],
  )
  const { count, query } = useList(object, search)
  const { lines } = useLines(object, search, undefined, nothing)
  const bar: FilterBarProps = {
    ...narrowing.bar,
    count: query.isPlaceholderData ? undefined : count,
    saving: undefined,
  }
  return (
    <>
      <PoolTop pool={pool} object={object} state={state} {...narrowing.search} />
      {phone ? (
        <PhoneToolbar
          search={state.search}
          onSearch={(next) => change({ search: next })}
          {...narrowing.search}
        >
          <FilterSheetChip filter={bar} />
        </PhoneToolbar>
      ) : (
        <PoolToolbar object={object} state={state} filter={bar} {...narrowing.search} />
      )}
      <div className={toolbar.content} data-stale={query.isPlaceholderData || undefined}>
        <PoolContent
          pool={pool}
          object={object}
          state={state}
          search={search}
          lines={lines}
          count={count}
          stale={query.isPlaceholderData}
          error={query.error}
          onAgain={() => void query.refetch()}
          filter={filter}
        />
        {record !== undefined && (
          <PoolRecordPanel
            pool={pool}
            object={object}
            id={record}
            lines={lines}
            onLook={state.look}
            onClose={state.close}
          />
        )}
      </div>
    </>
  )
}

const nothing: readonly never[] = []
