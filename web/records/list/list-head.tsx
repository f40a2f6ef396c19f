// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { memo, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { SortKey } from '../sort.ts'
import { ColumnHead } from './column-head.tsx'
import type { Column } from './columns.ts'
import classes from './head.module.css'
import { Gap } from './list-row.tsx'
import type { TableLook } from './use-table-look.ts'

interface ListHeadProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly frozen: number
  readonly first: number
  readonly end: number
  readonly sort: readonly SortKey[]
  readonly groupBy: string | undefined
  readonly totals: Readonly<Record<string, TotalFunction>> | undefined
  readonly look: TableLook
  readonly selection: 'none' | 'some' | 'all'
  readonly onSelectAll: () => void
}

/** Names of the columns; a click sorts, with shift by several. */
export const ListHead = memo(function ListHead(props: ListHeadProps) {
  const { columns, frozen, first, end, selection } = props
  const { t } = useMessages()
  const [drop, setDrop] = useState<number | null>(null)
  const head = (column: Column, index: number) => (
    <ColumnHead
      key={column.path}
      object={props.object}
      columns={columns}
      column={column}
      at={index}
      frozen={frozen}
      sort={props.sort}
      groupBy={props.groupBy}
      totals={props.totals}
      look={props.look}
      onDrag={setDrop}
    />
  )
  const before = drop === null ? undefined : columns[drop]
  const last = columns.at(-1)
  const mark = before?.left ?? (last === undefined ? 0 : last.left + last.width)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself takes the focus
    <div className={classes.headRow} role="row" aria-rowindex={1} data-head>
      <div className={classes.selectHead} role="columnheader" aria-colindex={1} tabIndex={-1}>
        <label className={classes.tick}>
          <input
            type="checkbox"
            aria-label={t('records.selectAll')}
            checked={selection === 'all'}
            ref={(box) => {
              if (box !== null) box.indeterminate = selection === 'some'
            }}
            onChange={props.onSelectAll}
          />
        </label>
      </div>
      {columns.slice(0, Math.max(1, frozen)).map(head)}
      {first > Math.max(1, frozen) && <Gap columns={columns} from={Math.max(1, frozen)} to={first} />}
      {columns.slice(first, end).map((column, index) => head(column, first + index))}
      {end < columns.length && <Gap columns={columns} from={end} to={columns.length} />}
      <div className={classes.filler} role="presentation" />
      {drop !== null && <div className={classes.drop} aria-hidden style={{ left: 44 + mark }} />}
    </div>
  )
})
