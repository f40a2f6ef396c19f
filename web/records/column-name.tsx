import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import type { SortKey } from './sort.ts'
import classes from './table-head.module.css'

interface ColumnNameProps {
  readonly type: FieldTypeName
  readonly name: string
  readonly sort: readonly SortKey[]
  /** The column's place in the sort; -1: it has none. */
  readonly place: number
}

/** What the head of a column says: its name, and how rows are sorted by it. */
export function ColumnName({ type, name, sort, place }: ColumnNameProps) {
  const key = sort[place]
  return (
    <>
      {key === undefined && <FieldIcon type={type} />}
      <span className={classes.name} dir="auto">
        {name}
      </span>
      {key !== undefined && (
        <span className={classes.mark}>
          {key.descending ? <IconArrowDown aria-hidden /> : <IconArrowUp aria-hidden />}
          {sort.length > 1 && place + 1}
        </span>
      )}
    </>
  )
}
