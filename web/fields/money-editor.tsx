import { useRef, useState } from 'react'
import { currencySymbol, formatMoney } from '#shared/fields/money-format.ts'
import { useLocale } from '#web/data/index.ts'
import { CurrencyChoice } from './currency-choice.tsx'
import { currencyOf } from './currency-of.ts'
import type { EditorProps } from './field-view.ts'
import { readMoney } from './read-money.ts'
import { TypedInput } from './typed-input.tsx'

const withoutCents = (amount: string) => amount.replace(/\.0+$/, '')

/**
 * Typed as people type it, `50万` or `1.2k`; what it comes to stands behind it. Where the record's currency can change
 * along, `$` and `USD` change it, and so does the choice before the amount.
 */
export function MoneyEditor(props: EditorProps) {
  const { onAlso, onCommit } = props
  const locale = useLocale()
  const own = currencyOf(props.record, locale.currency)
  const [chosen, setChosen] = useState(own)
  const latest = useRef(own)
  const currency = onAlso === undefined ? own : chosen
  const take = (code: string) => {
    latest.current = code
    setChosen(code)
    // In a form the currency is a value of its own; in place it is saved with the amount.
    if (onCommit === undefined) onAlso?.({ currency: code })
  }
  const whole = (value: unknown) => withoutCents(formatMoney(String(value), latest.current, locale.language))
  return (
    <TypedInput
      {...props}
      currency={currency}
      editText={(value) => whole(value).replace(currencySymbol(latest.current, locale.language), '')}
      meaning={whole}
      inputMode="text"
      alignment="end"
      {...(onAlso !== undefined && {
        read: (text: string) => {
          const read = readMoney(text, props.field, { ...locale, currency: latest.current })
          if (read.parsed.ok && read.currency !== latest.current) take(read.currency)
          return read.parsed
        },
        leftSection: <CurrencyChoice value={currency} onChange={take} />,
      })}
      {...(onCommit !== undefined && {
        onCommit: (value: unknown) => {
          if (latest.current !== own) onAlso?.({ currency: latest.current })
          onCommit(value)
        },
      })}
    />
  )
}
