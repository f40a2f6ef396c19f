// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { SortKey } from '../sort.ts'
import type { Column } from './columns.ts'
import classes from './list.module.css'
import { ListFooter } from './list-footer.tsx'
import { ListHead } from './list-head.tsx'
import { ListRow } from './list-row.tsx'
import { SkeletonRow } from './skeleton-row.tsx'
import type { ListSearch } from './use-list.ts'
import type { Selection } from './use-selection.ts'

export interface ListTableProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly rows: readonly RecordData[]
  readonly count: number | undefined
  readonly loading: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: readonly SortKey[]) => void
  readonly selection: Selection
  readonly active: number
  readonly search: ListSearch
  readonly onMove: (step: number) => void
  readonly onOpen: () => void
  readonly grid: RefObject<HTMLDivElement | null>
}

const rowHeight = 36
const headHeight = 32
/** Grey rows below the last one while more are coming. */
const waiting = 12
export const rowId = (index: number) => `row-${index}`

/** The list as a grid of which only the rows in view are drawn. */
export function ListTable(props: ListTableProps) {
  const { object, columns, rows, count, loading, hasMore, onMore, selection, active, grid } = props
  const { t, label } = useMessages()
  const placeholders = loading || hasMore ? (rows.length === 0 ? 24 : waiting) : 0
  const virtualizer = useVirtualizer({
    count: rows.length + placeholders,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: rowHeight,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const asked = useRef(0)
  useEffect(() => {
    // Half a page ahead, and once for each page.
    if (!hasMore || loading || last < rows.length - 50 || asked.current === rows.length) return
    asked.current = rows.length
    onMore()
  }, [last, rows.length, hasMore, loading, onMore])
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active)
  }, [active, virtualizer])

  return (
    <div
      ref={grid}
      role="grid"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a grid takes the focus and names its active row
      tabIndex={0}
      aria-label={label(object.pluralLabel ?? object.label)}
      aria-rowcount={count === undefined || hasMore ? -1 : count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-busy={loading}
      aria-activedescendant={active >= 0 ? rowId(active) : undefined}
      className={classes.grid}
      onKeyDown={(event) => {
        // Keys of a button or link inside the grid are its own.
        if (event.target !== event.currentTarget) return
        const act = {
          ArrowDown: () => props.onMove(1),
          ArrowUp: () => props.onMove(-1),
          Enter: props.onOpen,
        }[event.key]
        if (act === undefined) return
        event.preventDefault()
        act()
      }}
    >
      <ListHead
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        selection={selection.state}
        onSelectAll={selection.toggleAll}
      />
      <div className={classes.body} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const record = rows[index]
          return record === undefined ? (
            <SkeletonRow key={`waiting ${index}`} columns={columns} index={index} top={start} />
          ) : (
            <ListRow
              key={record.id}
              id={rowId(index)}
              object={object}
              record={record}
              columns={columns}
              index={index}
              top={start}
              selected={selection.ids.has(record.id)}
              active={index === active}
              search={props.search}
              onSelect={selection.toggle}
            />
          )
        })}
      </div>
      <ListFooter
        object={object}
        columns={columns}
        count={count}
        search={props.search}
        label={t('records.totals')}
      />
    </div>
  )
}
