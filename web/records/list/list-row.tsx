// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { memo, startTransition, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { CellEdit } from './cell-state.ts'
import type { Column } from './columns.ts'
import { ListCell } from './list-cell.tsx'
import classes from './row.module.css'
import { useTableActions } from './table-actions.ts'
import { TitleCell } from './title-cell.tsx'

interface ListRowProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly columns: readonly Column[]
  readonly frozen: number
  /** Columns beyond the frozen ones that are drawn: from `first` to before `end`. */
  readonly first: number
  readonly end: number
  readonly line: number
  readonly number: number
  readonly top: number
  readonly href: string
  readonly selected: boolean
  readonly current: boolean
  /** Column of the cursor, -1 where it is in another row. */
  readonly cursor: number
  /** Columns of the range, -1 where it does not reach this row. */
  readonly rangeLeft: number
  readonly rangeRight: number
  readonly edit: CellEdit | undefined
}

/** One record. It is drawn anew only when something of it changes: scrolling moves rows and redraws none. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { object, record, columns, frozen, first, end, line, selected, cursor, edit } = props
  const { t } = useMessages()
  const actions = useTableActions()
  const [met, setMet] = useState(false)
  const meet = met ? undefined : () => startTransition(() => setMet(true))
  const ranged = (at: number) => at >= props.rangeLeft && at <= props.rangeRight
  const [title] = columns
  const cell = (column: Column, at: number) => (
    <ListCell
      key={column.path}
      object={object}
      column={column}
      at={at}
      frozen={at < frozen}
      record={record}
      cursor={cursor === at}
      ranged={ranged(at)}
      edit={edit?.path === column.path ? edit : undefined}
    />
  )
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active row
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={selected}
      data-line={line}
      data-current={props.current || undefined}
      data-editing={(cursor >= 0 && edit?.open === true) || undefined}
      className={classes.row}
      // Rows that scroll past beneath a pointer at rest are not met.
      onPointerMove={meet}
      onPointerDown={meet}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div className={classes.selectCell} role="gridcell" aria-colindex={1} tabIndex={-1}>
        <span className={classes.number} aria-hidden>
          {props.number}
        </span>
        <label className={classes.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('records.selectNamed', { name: titleOf(object, record) })}
            checked={selected}
            onChange={() => {}}
            onClick={(event) => actions.select(record, line, event.shiftKey)}
          />
        </label>
      </div>
      {title !== undefined && (
        <TitleCell
          object={object}
          column={title}
          record={record}
          href={props.href}
          frozen={frozen > 0}
          cursor={cursor === 0}
          ranged={ranged(0)}
          edit={edit?.path === title.path ? edit : undefined}
          met={met || props.current}
        />
      )}
      {columns.slice(1, frozen).map((column, index) => cell(column, index + 1))}
      {first > Math.max(1, frozen) && <Gap columns={columns} from={Math.max(1, frozen)} to={first} />}
      {columns.slice(first, end).map((column, index) => cell(column, first + index))}
      {end < columns.length && <Gap columns={columns} from={end} to={columns.length} />}
      <div className={classes.filler} role="presentation" />
    </div>
  )
})

/** The room of columns that are out of view. */
export function Gap({ columns, from, to }: { columns: readonly Column[]; from: number; to: number }) {
  const last = columns[to - 1]
  const width = last === undefined ? 0 : last.left + last.width - (columns[from]?.left ?? 0)
  return <div className={classes.gap} role="presentation" style={{ width }} />
}
