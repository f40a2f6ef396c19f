// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { memo, type ReactNode } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { EmptyValue } from '#web/fields/empty-value.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { CellEditor } from '../grid/cell-editor.tsx'
import { TypeCatcher } from '../grid/type-catcher.tsx'
import type { CellEdit } from './cell-state.ts'
import { type Column, holderOf, isEditable } from './columns.ts'
import { includedOf, LinkedName } from './linked-name.tsx'
import classes from './row.module.css'
import { useTableActions } from './table-actions.ts'

export const cursorId = 'table-cursor'

interface ListCellProps {
  readonly object: CatalogueObject
  readonly column: Column
  /** Place of the column, from 0. */
  readonly at: number
  readonly frozen: boolean
  readonly record: RecordData
  readonly cursor: boolean
  readonly ranged: boolean
  readonly edit: CellEdit | undefined
}

/** One value of a row; under the cursor it takes what is typed. */
export const ListCell = memo(function ListCell(props: ListCellProps) {
  const { column, at, record, cursor, ranged, edit } = props
  return (
    <div
      id={cursor ? cursorId : undefined}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={at + 2}
      aria-selected={ranged || undefined}
      aria-readonly={!isEditable(column) || undefined}
      className={classes.cell}
      data-column={at}
      data-alignment={column.alignment}
      data-frozen={props.frozen || undefined}
      data-cursor={cursor || undefined}
      data-ranged={ranged || undefined}
      data-refused={(edit?.refused ?? edit?.conflict) !== undefined || undefined}
      title={edit?.refused?.reason}
      data-editing={(cursor && edit?.open === true) || undefined}
      style={{ width: `var(--column-${at})`, left: props.frozen ? `var(--left-${at})` : undefined }}
    >
      {cursor && edit?.open === true ? (
        <CellEditor object={props.object} column={column} record={record} edit={edit} />
      ) : (
        <>
          <CellValue
            column={column}
            record={edit?.refused === undefined ? record : tried(record, column, edit)}
          />
          {cursor && <TypeCatcher column={column} record={record} />}
        </>
      )}
    </div>
  )
})

/** The record as it would be had it been taken: what was typed stays in sight. */
const tried = (record: RecordData, { field }: Column, { refused }: CellEdit): RecordData =>
  field.type === 'relation' || field.type === 'user' ? record : { ...record, [field.wire]: refused?.draft }

function CellValue({ column, record }: { column: Column; record: RecordData }): ReactNode {
  const { titleOf } = useTableActions()
  const holder = holderOf(record, column)
  const value = holder?.[column.field.wire]
  const known = holder === undefined ? undefined : includedOf(column.field, holder)
  if (known !== undefined) {
    return <LinkedName field={column.field} known={known} title={titleOf(column.field, known)} />
  }
  const { Cell } = fieldViews[column.field.type]
  if (holder !== undefined && !isBlank(value)) {
    return <Cell field={column.field} value={value} record={holder} />
  }
  return column.alignment === 'end' ? <EmptyValue /> : null
}
