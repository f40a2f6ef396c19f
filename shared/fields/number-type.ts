import { decimalOf, groupDecimal, roundDecimal } from './decimal-text.ts'
import { accept, type FieldSettings, type FieldType, type Parsed, refuse } from './field-type.ts'
import type { Amount } from './read-amount.ts'
import { readAmount } from './read-amount.ts'

/** Below it every number of 15 significant digits survives the way through JSON and `numeric`. */
const limit = 1e15
const digits = 15

/** A JSON number: |x| < 10¹⁵ and at most 15 significant digits; rounded to the field's `decimals`. */
export function parseNumber(value: unknown, field: FieldSettings): Parsed {
  if (typeof value !== 'number') return refuse('wrong_type', { expected: 'number' })
  if (!Number.isFinite(value)) return refuse('invalid_number')
  const least = field.min ?? 1 - limit
  const most = field.max ?? limit - 1
  const outside = Math.abs(value) >= limit
  const number = outside || Number.isInteger(value) ? value : rounded(value, field.decimals)
  if (outside || number < least || number > most) return refuse('number_out_of_range', { least, most })
  if (!Number.isInteger(number) && Number(number.toPrecision(digits)) !== number)
    return refuse('too_many_digits', { most: digits })
  return accept(number === 0 ? 0 : number)
}

const rounded = (value: number, decimals: number | undefined): number =>
  decimals === undefined ? value : Number(roundDecimal(decimalOf(value), decimals))

/** A field that holds a JSON number; `amountOf` says what a written amount means to it. */
export function numberType(
  name: 'number' | 'percent',
  description: string,
  amountOf: (amount: Amount) => string | undefined,
  suffix: string,
): FieldType {
  return {
    name,
    kind: 'number',
    column: 'numeric',
    sortable: true,
    groupable: true,
    searchable: false,
    uniqueable: name === 'number',
    settings: ['decimals', 'min', 'max'],
    parse: parseNumber,
    read: (text, field) => {
      const amount = readAmount(text)
      const decimal = amount === undefined ? undefined : amountOf(amount)
      if (decimal === undefined) return refuse('invalid_number')
      // Files hold the noise of binary fractions (0.30000000000000004): kept as spreadsheets show it.
      const number = Number(decimal)
      return parseNumber(Math.abs(number) < limit ? Number(number.toPrecision(digits)) : number, field)
    },
    format: (value, field) => {
      if (typeof value !== 'number') return String(value)
      const decimal = decimalOf(value)
      const { decimals } = field
      const shown =
        decimals === undefined
          ? groupDecimal(decimal)
          : groupDecimal(roundDecimal(decimal, decimals), decimals)
      return shown + suffix
    },
    schema: ({ min, max }) => ({
      type: 'number',
      description,
      ...(min === undefined ? { exclusiveMinimum: -limit } : { minimum: min }),
      ...(max === undefined ? { exclusiveMaximum: limit } : { maximum: max }),
    }),
  }
}
