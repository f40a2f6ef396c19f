import { Skeleton } from '#web/design/skeleton.tsx'
import type { Column } from './columns.ts'
import classes from './list.module.css'

/** A row that is on its way, in the columns of the list. */
export function SkeletonRow({
  columns,
  index,
  top,
}: {
  columns: readonly Column[]
  index: number
  top: number
}) {
  return (
    <div
      className={classes.row}
      role="presentation"
      style={{ transform: `translateY(${top}px)` }}
      aria-hidden
    >
      <div className={classes.selectCell} />
      {columns.map((column, at) => (
        <div
          key={column.field.key}
          className={at === 0 ? classes.titleCell : classes.cell}
          data-alignment={column.alignment}
          style={{ width: column.width }}
        >
          <Skeleton width={`${35 + ((index * 7 + at * 13) % 45)}%`} />
        </div>
      ))}
      <div className={classes.filler} />
    </div>
  )
}
