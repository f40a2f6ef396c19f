import { formatMoney } from '#shared/fields/money-format.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import { useLocale } from '#web/data/index.ts'
import { useFormat } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from './columns.ts'
import classes from './total.module.css'
import { figureOf } from './totals.ts'

interface TotalFigureProps {
  readonly column: Column
  readonly total: TotalFunction | undefined
  readonly figures: Readonly<Record<string, unknown>>
}

const dated: ReadonlySet<string> = new Set(['date', 'dateTime'])
const counts: ReadonlySet<TotalFunction> = new Set(['count', 'filled', 'empty', 'distinct'])

/** One computed figure with its name: `合计 ¥1.09亿`, the exact amount on hover. Nothing where nothing was computed. */
export function TotalFigure({ column, total, figures }: TotalFigureProps) {
  const { t, language } = useMessages()
  const { currency } = useLocale()
  const format = useFormat()
  if (total === undefined) return null
  const value = figureOf(column, total, figures)
  if (value === undefined) return null
  if (total === 'distinct') {
    const count = Number(value)
    return (
      <span className={classes.figure}>
        {column.field.type === 'user' ? t('table.people', { count }) : t('table.kinds', { count })}
      </span>
    )
  }
  const { short, exact } = counts.has(total)
    ? { short: Number(value).toLocaleString(language), exact: undefined }
    : column.field.type === 'money'
      ? {
          short: formatMoney(String(value), currency, language, { compact: true }),
          exact: formatMoney(String(value), currency, language),
        }
      : {
          short: format(column.field, typeof value === 'number' ? rounded(value) : value),
          exact: String(value),
        }
  return (
    <span className={classes.figure} title={exact}>
      <span className={classes.name}>{t(totalName(total, column))}</span>
      <strong>{short}</strong>
    </span>
  )
}

/** The least of days is the earliest one. */
export const totalName = (total: TotalFunction, { field }: Column) =>
  dated.has(field.type) && (total === 'min' || total === 'max')
    ? (`table.total_${total}Day` as const)
    : (`table.total_${total}` as const)

/** An average has no end of digits. */
const rounded = (value: number): number => Math.round(value * 100) / 100
