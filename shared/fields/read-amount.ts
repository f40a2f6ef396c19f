import { foldWords } from './characters.ts'
import { readChineseNumber } from './chinese-number.ts'
import { currenciesOf } from './currency.ts'
import { normalizeDecimal, shiftDecimal } from './decimal-text.ts'

/** A number as a person wrote it. */
export interface Amount {
  /** Plain decimal in normal form; of `12%` the 12. */
  readonly decimal: string
  readonly percent: boolean
  /** The currency's symbol or code as written (folded), and what it can mean. */
  readonly currency?: { readonly text: string; readonly codes: readonly string[] }
}

const longest = 60
const pattern =
  /^([-+−–]?)\s*([^\d\s.+\-−–]*)\s*([-+−–]?)\s*((?:\d[\d,' ]*)?)(?:\.(\d*))?(?:e([+-]?\d{1,2})(?!\d))?\s*([^\d]*)$/
const grouped = /^(?:\d+|\d{1,3}(?:[, ']\d{3})+|\d{1,4}(?:,\d{4})+)?$/
const unitPattern =
  /^(万亿|千万|百万|十万|亿|万|千|百|thousand|million|billion|trillion|mio|mn|bn|k|m|b|t|w)\s*(.*)$/
const chineseAmount = /^(-?)([零〇一二两三四五六七八九十百千万亿]+)(\D*)$/
const powers: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
  w: 4,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  trillion: 12,
}

/** Reads `1,234.5`, `1 234`, `５０万`, `1.2亿`, `1.2k`, `12%`, `(1,200)`, `US$ 3M`, `三百万元`; undefined where it is no number. */
export function readAmount(text: string): Amount | undefined {
  if (text.length > longest) return undefined
  const folded = foldWords(text)
  const bracketed = /^\((.+)\)$/.exec(folded)
  const amount = readSigned(bracketed?.[1] ?? folded)
  if (amount === undefined || bracketed === null) return amount
  return amount.decimal.startsWith('-') ? undefined : { ...amount, decimal: negate(amount.decimal) }
}

function readSigned(text: string): Amount | undefined {
  const match = pattern.exec(text)
  if (match === null) return readChinese(text)
  const [, sign = '', prefix = '', innerSign = '', written = '', fraction = '', exponent = '0', suffix = ''] =
    match
  const whole = written.trimEnd()
  if ((whole === '' && fraction === '') || !grouped.test(whole)) return readChinese(text)
  if (sign !== '' && innerSign !== '') return undefined
  const ending = readEnding(suffix)
  const before = prefix === '' ? undefined : currencyOf(prefix)
  if (ending === undefined || (prefix !== '' && before === undefined)) return undefined
  const digits = `${whole.replace(/[, ']/g, '') || '0'}.${fraction}`
  const decimal = shiftDecimal(digits, Number(exponent) + ending.power)
  const currency = before ?? ending.currency
  return {
    decimal: sign + innerSign !== '' && sign + innerSign !== '+' ? negate(decimal) : decimal,
    percent: ending.percent,
    ...(currency !== undefined && { currency }),
  }
}

type Ending = { power: number; percent: boolean; currency?: NonNullable<Amount['currency']> }

function readEnding(text: string): Ending | undefined {
  if (text === '') return { power: 0, percent: false }
  if (text === '%') return { power: 0, percent: true }
  const currency = currencyOf(text)
  if (currency !== undefined) return { power: 0, percent: false, currency }
  const match = unitPattern.exec(text)
  const power = powers[match?.[1] ?? '']
  if (match === null || power === undefined) return undefined
  if (match[2] === '') return { power, percent: false }
  const after = currencyOf(match[2] ?? '')
  return after === undefined ? undefined : { power, percent: false, currency: after }
}

function readChinese(text: string): Amount | undefined {
  const match = chineseAmount.exec(text)
  const number = readChineseNumber(match?.[2] ?? '')
  if (match === null || number === undefined) return undefined
  const ending = readEnding(match[3] ?? '')
  const decimal = normalizeDecimal(`${match[1] ?? ''}${number}`)
  if (ending === undefined || ending.power !== 0 || decimal === undefined) return undefined
  return { decimal, percent: ending.percent, ...(ending.currency && { currency: ending.currency }) }
}

function currencyOf(text: string): Amount['currency'] {
  const codes = currenciesOf(text)
  return codes === undefined ? undefined : { text, codes }
}

function negate(decimal: string): string {
  if (decimal === '0') return '0'
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}
