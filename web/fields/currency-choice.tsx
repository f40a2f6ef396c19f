import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './fields.module.css'

/** What companies here are paid in; any other is typed with the amount (`SEK 1,200`). */
const usual = [
  'CNY',
  'TWD',
  'HKD',
  'MOP',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'SGD',
  'MYR',
  'THB',
  'VND',
  'INR',
  'AUD',
  'CAD',
  'CHF',
]

/** The currency of an amount, before it. */
export function CurrencyChoice({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t, language } = useMessages()
  const { currency: workspace } = useLocale()
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const codes = [...new Set([workspace, value, ...usual])]
  return (
    <select
      aria-label={t('fields.currency')}
      className={classes.currency}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {codes.map((code) => (
        <option key={code} value={code} label={code}>
          {code} {names.of(code)}
        </option>
      ))}
    </select>
  )
}
