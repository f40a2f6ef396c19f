import { decimalOf, decimalsOf, normalizeDecimal, roundDecimal } from './decimal-text.ts'
import { accept, type FieldSettings, type FieldType, type Parsed, refuse } from './field-type.ts'
import { formatMoney } from './money-format.ts'
import { parseNumber } from './number-type.ts'
import { readAmount } from './read-amount.ts'

const mostDecimals = 6
const mostWholeDigits = 18
const anyNumber: FieldSettings = { name: '', type: 'number' }

function parse(value: unknown, field: FieldSettings): Parsed {
  if (typeof value === 'number') {
    const parsed = parseNumber(value, anyNumber)
    return parsed.ok ? check(decimalOf(value), field) : parsed
  }
  if (typeof value !== 'string') return refuse('wrong_type', { expected: 'string' })
  if (value === '') return accept(null)
  if (value.length > 64) return refuse('invalid_number')
  const decimal = normalizeDecimal(value)
  return decimal === undefined ? refuse('invalid_number') : check(decimal, field)
}

function check(decimal: string, { min, max }: FieldSettings): Parsed {
  const decimals = decimalsOf(decimal)
  if (decimals > mostDecimals) return refuse('too_many_decimals', { most: mostDecimals })
  const signAndPoint = (decimal.startsWith('-') ? 1 : 0) + (decimals > 0 ? decimals + 1 : 0)
  const tooLong = decimal.length - signAndPoint > mostWholeDigits
  if (tooLong || (min !== undefined && Number(decimal) < min) || (max !== undefined && Number(decimal) > max))
    return refuse('number_out_of_range', { least: min ?? '-1e18', most: max ?? '1e18' })
  return accept(decimal)
}

/** A decimal string in normal form; its currency is the record's. */
export const money: FieldType = {
  name: 'money',
  kind: 'money',
  column: 'numeric',
  wire: (column) => `${column}::text`,
  sortable: true,
  groupable: false,
  searchable: false,
  uniqueable: false,
  settings: ['min', 'max'],
  parse,
  /** `locale.currency` is the record's: an amount that names another is refused. */
  read: (text, field, { currency }) => {
    const amount = readAmount(text)
    if (amount === undefined || amount.percent) return refuse('invalid_number')
    if (amount.currency !== undefined && !amount.currency.codes.includes(currency))
      return refuse('currency_mismatch', { found: amount.currency.text.toUpperCase(), expected: currency })
    return check(roundDecimal(amount.decimal, mostDecimals), field)
  },
  format: (value, _field, { currency, language }) => formatMoney(String(value), currency, language),
  schema: () => ({
    type: 'string',
    format: 'decimal',
    pattern: '^-?\\d{1,18}(\\.\\d{1,6})?$',
    description:
      'An amount in the currency of the record, as a decimal string; a number is accepted on write',
  }),
}
