import { Skeleton } from '#web/design/skeleton.tsx'
import type { Column } from './columns.ts'
import { Gap } from './list-row.tsx'
import classes from './row.module.css'

interface SkeletonRowProps {
  readonly columns: readonly Column[]
  readonly frozen: number
  readonly first: number
  readonly end: number
  readonly index: number
  readonly top: number
}

/** A row that is on its way, in the columns of the list. */
export function SkeletonRow({ columns, frozen, first, end, index, top }: SkeletonRowProps) {
  const lead = Math.max(1, frozen)
  const cell = (column: Column, at: number) => (
    <div
      key={column.path}
      className={at === 0 ? classes.titleCell : classes.cell}
      data-alignment={column.alignment}
      data-frozen={at < frozen || undefined}
      style={{ width: `var(--column-${at})`, left: at < frozen ? `var(--left-${at})` : undefined }}
    >
      <Skeleton width={`${35 + ((index * 7 + at * 13) % 45)}%`} />
    </div>
  )
  return (
    <div
      className={classes.row}
      role="presentation"
      style={{ transform: `translateY(${top}px)` }}
      aria-hidden
    >
      <div className={classes.selectCell} />
      {columns.slice(0, lead).map(cell)}
      {first > lead && <Gap columns={columns} from={lead} to={first} />}
      {columns.slice(Math.max(first, lead), end).map((column, at) => cell(column, first + at))}
      {end < columns.length && <Gap columns={columns} from={end} to={columns.length} />}
      <div className={classes.filler} />
    </div>
  )
}
