import { currencySymbol, formatMoney } from '#shared/fields/money-format.ts'
import { useLocale } from '#web/data/index.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { typedFilter } from './typed-filter.tsx'
import { TypedInput } from './typed-input.tsx'

const currencyOf = (record: ValueProps['record'], workspace: string): string =>
  typeof record.currency === 'string' ? record.currency : workspace

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
    <span className={classes.figure}>
      {formatMoney(String(value), currencyOf(record, currency), language)}
    </span>
  )
}

const withoutCents = (amount: string) => amount.replace(/\.0+$/, '')

/** Typed as people type it, `50万` or `1.2k`; what it comes to stands behind it. */
function MoneyEditor(props: EditorProps) {
  const { language, currency } = useLocale()
  const own = currencyOf(props.record, currency)
  const whole = (value: unknown) => withoutCents(formatMoney(String(value), own, language))
  return (
    <TypedInput
      {...props}
      currency={own}
      editText={(value) => whole(value).replace(currencySymbol(own, language), '')}
      meaning={whole}
      inputMode="text"
      alignment="end"
    />
  )
}

export const money: FieldView = {
  Cell: AmountCell,
  Display: Amount,
  Editor: MoneyEditor,
  FilterInput: typedFilter(MoneyEditor),
}
