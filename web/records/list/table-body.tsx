import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import type { useCellEdit } from '../grid/use-cell-edit.ts'
import type { Cursor } from '../grid/use-cursor.ts'
import type { Column } from './columns.ts'
import type { Grouping } from './group.ts'
import { GroupRow } from './group-row.tsx'
import type { Lines } from './line.ts'
import { ListRow } from './list-row.tsx'
import rowClasses from './row.module.css'
import { SkeletonRow } from './skeleton-row.tsx'
import type { useRecordLinks } from './use-record-links.ts'
import { useRowBudget } from './use-row-budget.ts'
import type { Selection } from './use-selection.ts'
import type { TableView } from './use-table-virtualizer.ts'

interface TableBodyProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly lines: Lines
  readonly cursor: Cursor
  readonly edits: ReturnType<typeof useCellEdit>
  readonly selection: Selection
  readonly links: ReturnType<typeof useRecordLinks>
  readonly view: TableView
  readonly grouping: Grouping | undefined
  readonly totals: Readonly<Record<string, TotalFunction>> | undefined
  readonly frozen: number
  readonly first: number
  readonly end: number
}

/** The lines in view. */
export function TableBody(props: TableBodyProps) {
  const { object, columns, lines, cursor, edits, selection, links, view, grouping } = props
  const { cell, range } = cursor
  const spans = range !== undefined && (range.top !== range.bottom || range.left !== range.right)
  const items = view.virtualizer.getVirtualItems()
  const drawn = useRowBudget(
    items.map(({ index }) => index),
    (index) => {
      const line = lines.at(index)
      return line?.kind === 'record' ? line.record.id : undefined
    },
    view.virtualizer.range,
  )
  return items.map(({ index, start }) => {
    const line = lines.at(index)
    if (line === undefined) return null
    const current = cell?.line === index
    if (line.kind === 'group') {
      return (
        grouping !== undefined && (
          <GroupRow
            key={line.group.key}
            grouping={grouping}
            group={line.group}
            open={line.open}
            columns={columns}
            totals={props.totals}
            line={index}
            top={start}
            current={current}
          />
        )
      )
    }
    if (!drawn.has(index) && index !== cell?.line) {
      return (
        <div
          key={line.kind === 'record' ? line.record.id : `waiting ${line.key}`}
          className={rowClasses.row}
          role="presentation"
          style={{ transform: `translateY(${start}px)` }}
        />
      )
    }
    if (line.kind === 'waiting') {
      return (
        <SkeletonRow
          key={`waiting ${line.key}`}
          columns={columns}
          frozen={props.frozen}
          first={props.first}
          end={props.end}
          index={index}
          top={start}
        />
      )
    }
    const { record, number } = line
    const inRange = spans && index >= range.top && index <= range.bottom
    return (
      <ListRow
        key={record.id}
        object={object}
        record={record}
        columns={columns}
        frozen={props.frozen}
        first={props.first}
        end={props.end}
        line={index}
        number={number}
        top={start}
        href={links.hrefOf(record.id)}
        selected={selection.everything || selection.ids.has(record.id)}
        current={current}
        cursor={current ? cell.column : -1}
        rangeLeft={inRange ? range.left : -1}
        rangeRight={inRange ? range.right : -1}
        edit={edits.editOf(record.id)}
      />
    )
  })
}
