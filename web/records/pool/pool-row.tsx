// biome-ignore-all lint/a11y/useFocusableInteractive: the names in it take the focus
// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { memo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import type { Column } from '../list/columns.ts'
import { hasPicture, RecordPicture } from '../record-picture.tsx'
import { PoolRecordLink } from './pool-record-link.tsx'
import classes from './pool-table.module.css'

interface PoolRowProps {
  readonly pool: string
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  /** Undefined while it is on its way. */
  readonly record: RecordData | undefined
  readonly line: number
  readonly top: number
  /** Whether it is the one that is looked at. */
  readonly current: boolean
}

/** One record of a pool. */
export const PoolRow = memo(function PoolRow(props: PoolRowProps) {
  const { pool, object, columns, record, line, top, current } = props
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-hidden={record === undefined || undefined}
      data-line={line}
      data-current={current || undefined}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ path, field, alignment }, at) => {
        const { Cell } = fieldViews[field.type]
        const value = record?.[field.wire]
        return (
          <div
            key={path}
            role={at === 0 ? 'rowheader' : 'cell'}
            className={classes.cell}
            data-alignment={alignment}
            style={{ width: `var(--column-${at})` }}
          >
            {record === undefined ? (
              <Skeleton width="60%" />
            ) : at === 0 ? (
              <>
                {hasPicture(object) && (
                  <RecordPicture object={object} id={record.id} name={titleOf(object, record)} />
                )}
                <PoolRecordLink
                  pool={pool}
                  id={record.id}
                  title={titleOf(object, record)}
                  className={classes.title}
                />
              </>
            ) : (
              !isBlank(value) && <Cell field={field} value={value} record={record} />
            )}
          </div>
        )
      })}
      <div className={classes.filler} role="presentation" />
    </div>
  )
})
