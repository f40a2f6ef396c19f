import type { Field } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './column.module.css'
import type { Totals } from './totals.ts'
import { useSumFormat } from './use-sum-format.ts'

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
