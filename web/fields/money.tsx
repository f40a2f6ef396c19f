import { formatMoney } from '#shared/fields/money-format.ts'
import { useLocale } from '#web/data/index.ts'
import { currencyOf } from './currency-of.ts'
import type { FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { MoneyEditor } from './money-editor.tsx'
import { typedFilter } from './typed-filter.tsx'

/** `¥386.00万`: compact, with the whole amount on hover. */
function AmountCell({ value, record }: ValueProps) {
  const { language, currency } = useLocale()
  const own = currencyOf(record, currency)
  return (
    <span className={classes.figure} title={formatMoney(String(value), own, language)}>
      {formatMoney(String(value), own, language, { compact: true })}
    </span>
  )
}

function Amount({ value, record }: ValueProps) {
  const { language, currency } = useLocale()
  return (
    <span className={classes.figure} data-whole>
      {formatMoney(String(value), currencyOf(record, currency), language)}
    </span>
  )
}

export const money: FieldView = {
  Cell: AmountCell,
  Display: Amount,
  Editor: MoneyEditor,
  FilterInput: typedFilter(MoneyEditor),
}
