import type { TotalFunction } from '#shared/metadata/view.ts'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from './columns.ts'
import { totalName } from './total-figure.tsx'
import { functionsOf, totalOf } from './totals.ts'

type Totals = Readonly<Record<string, TotalFunction>>

interface TotalChoicesProps {
  readonly column: Column
  readonly columns: readonly Column[]
  readonly totals: Totals | undefined
  readonly onChange: (totals: Totals) => void
}

/** Lines of a menu: what can be computed of a column, and nothing. */
export function TotalChoices({ column, columns, totals, onChange }: TotalChoicesProps) {
  const { t } = useMessages()
  const current = totalOf(column, totals)
  const choose = (total: TotalFunction | undefined) => {
    // What was usual until now is said from now on, so that one column's choice leaves the others as they were.
    const said = columns.flatMap((other) => {
      const its = other.path === column.path ? total : totalOf(other, totals)
      return its === undefined ? [] : [[other.path, its] as const]
    })
    onChange(Object.fromEntries(said))
  }
  return (
    <>
      <MenuChoice checked={current === undefined} onClick={() => choose(undefined)}>
        {t('table.total_none')}
      </MenuChoice>
      {functionsOf(column.field).map((total) => (
        <MenuChoice key={total} checked={current === total} onClick={() => choose(total)}>
          {t(totalName(total, column))}
        </MenuChoice>
      ))}
    </>
  )
}
