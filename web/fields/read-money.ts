import type { FieldSettings, Locale } from '#shared/fields/field-type.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import { readAmount } from '#shared/fields/read-amount.ts'

/** Reads an amount whose currency may be typed along: `US$ 1.2k`; an ambiguous `¥` or `$` is the present one if it can be. */
export function readMoney(text: string, field: FieldSettings, locale: Locale) {
  const codes = readAmount(text)?.currency?.codes ?? []
  const currency = codes.includes(locale.currency) ? locale.currency : (codes[0] ?? locale.currency)
  return { currency, parsed: fieldTypes.money.read(text, field, { ...locale, currency }) }
}
