// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import type { CSSProperties } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import type { CellEdit } from '#web/records/list/cell-state.ts'
import { layOutColumns } from '#web/records/list/columns.ts'
import { ListRow } from '#web/records/list/list-row.tsx'
import { SkeletonRow } from '#web/records/list/skeleton-row.tsx'
import { type TableActions, TableActionsContext } from '#web/records/list/table-actions.ts'
import { useDensity } from '#web/records/look/use-density.ts'
import classes from './gallery.module.css'
import { companies, conflict } from './samples.ts'

interface RowState {
  readonly record: RecordData
  readonly selected?: boolean
  readonly current?: boolean
  /** Column of the cursor. */
  readonly cursor?: number
  readonly range?: readonly [left: number, right: number]
  readonly edit?: Omit<CellEdit, 'id'>
}

const [plain, long] = companies
const refused = { draft: '很多', reason: '电话应是号码' }

/** A pointer over a row shows what else is done with it. */
const states: readonly RowState[] = [
  { record: plain },
  { record: long },
  { record: plain, selected: true },
  { record: plain, current: true, cursor: 0 },
  { record: plain, current: true, cursor: 1, range: [1, 2] },
  { record: plain, edit: { path: 'phone', open: false, refused } },
  { record: plain, edit: { path: 'phone', open: false, conflict } },
  { record: plain, current: true, cursor: 1, edit: { path: 'phone', open: true, typed: '021-55' } },
]

const actions: TableActions = {
  select: () => {},
  type: () => {},
  commit: () => {},
  cancel: () => {},
  mayEdit: () => true,
  titleOf: (_field, record) => String(record.name),
  setFold: () => {},
}

/** Rows of a list in each of their states, and one that is on its way. */
export function RowSpecimens({ object, title }: { object: CatalogueObject; title: string }) {
  const { row } = useDensity()
  const columns = layOutColumns(object, {
    columns: [{ field: 'name' }, { field: 'phone' }, { field: 'level' }, { field: 'numberOfEmployees' }],
  })
  const last = columns.at(-1)
  const width = 44 + (last === undefined ? 0 : last.left + last.width)
  const places = columns.flatMap((column, at) => [
    [`--column-${at}`, `${column.width}px`],
    [`--left-${at}`, `${44 + column.left}px`],
  ])
  const style: CSSProperties = {
    ...Object.fromEntries([...places, ['--table-width', `${width}px`]]),
    height: row * (states.length + 1),
  }
  return (
    <TableActionsContext value={actions}>
      <div className={classes.rows} role="grid" aria-label={title} tabIndex={0}>
        <div style={style} role="rowgroup">
          {states.map(({ record, selected = false, current = false, cursor = -1, range, edit }, line) => (
            <ListRow
              // biome-ignore lint/suspicious/noArrayIndexKey: states have no other name than their place
              key={line}
              object={object}
              record={record}
              columns={columns}
              frozen={1}
              first={1}
              end={columns.length}
              line={line}
              number={line + 1}
              top={row * line}
              href={`/o/${object.name}/${record.id}`}
              selected={selected}
              current={current}
              cursor={cursor}
              rangeLeft={range?.[0] ?? -1}
              rangeRight={range?.[1] ?? -1}
              edit={edit && { ...edit, id: record.id }}
            />
          ))}
          <SkeletonRow
            columns={columns}
            frozen={1}
            first={1}
            end={columns.length}
            index={0}
            top={row * states.length}
          />
        </div>
      </div>
    </TableActionsContext>
  )
}
