import { formatMoney } from '#shared/fields/money-format.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'
import { useFormat } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './column.module.css'
import type { Totals } from './totals.ts'

interface ColumnFiguresProps {
  readonly sum: Field
  readonly weighted: boolean
  readonly totals: Totals
  /** What they were before a card was lifted; undefined where nothing changes. */
  readonly before: Totals | undefined
}

/** Sum and weighted sum; while a card is on its way also by how much the sum changes. */
export function ColumnFigures({ sum, weighted, totals, before }: ColumnFiguresProps) {
  const { t } = useMessages()
  const print = useSumFormat(sum)
  const change = before === undefined ? 0 : totals.sum - before.sum
  return (
    <div className={classes.figures}>
      <strong>{print(totals.sum)}</strong>
      {change !== 0 && (
        <span data-change={change > 0 ? 'more' : 'less'}>
          {change > 0 ? '+' : '−'}
          {print(Math.abs(change))}
        </span>
      )}
      {weighted && (
        <span className={classes.weighted}>{t('board.weighted', { amount: print(totals.weighted) })}</span>
      )}
    </div>
  )
}

/** Sums as people read them: compact, in the workspace's currency, without fractions that say nothing of so many. */
function useSumFormat(field: Field): (sum: number) => string {
  const { language, currency } = useLocale()
  const format = useFormat()
  return (sum) => {
    if (field.type !== 'money') return format(field, sum)
    return formatMoney(String(Math.round(sum)), currency, language, { compact: true }).replace(
      /\.\d+(?=[^\d]|$)/,
      (fraction) => (/^\.0+$/.test(fraction) ? '' : fraction),
    )
  }
}
