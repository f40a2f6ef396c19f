import type { Language } from '#shared/language.ts'
import { groupDecimal, normalizeDecimal, roundDecimal, shiftDecimal } from './decimal-text.ts'

const symbols: Readonly<Record<string, string>> = {
  CNY: '¥',
  USD: 'US$',
  TWD: 'NT$',
  HKD: 'HK$',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
  JPY: 'JP¥',
  EUR: '€',
  GBP: '£',
  KRW: '₩',
  INR: '₹',
  VND: '₫',
}
/** Digits after the point where they are not two. Dollars of Taiwan have cents by the standard and none in life. */
const minorDigits: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  TWD: 0,
  CLP: 0,
  ISK: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
}

type Units = readonly (readonly [power: number, name: string])[]
/** Greatest first; the last one's power is where compact amounts begin. */
const compactUnits: Readonly<Record<Language, Units>> = {
  'zh-CN': [
    [12, '万亿'],
    [8, '亿'],
    [4, '万'],
  ],
  'zh-TW': [
    [12, '兆'],
    [8, '億'],
    [4, '萬'],
  ],
  en: [
    [12, 'T'],
    [9, 'B'],
    [6, 'M'],
    [3, 'K'],
  ],
}
const compactDecimals = 2

/** The symbol that stands before an amount: `¥`, `US$` (`$` in English); the code and a space where none is known. */
export function currencySymbol(currency: string, language: Language): string {
  if (currency === 'USD' && language === 'en') return '$'
  return symbols[currency] ?? `${currency} `
}

/**
 * An amount for people: `¥3,860,000.00`; compact `¥386.00万`, `¥3.86M`.
 * `amount` is a decimal string; what is none comes back as it is.
 */
export function formatMoney(
  amount: string,
  currency: string,
  language: Language,
  { compact = false }: { readonly compact?: boolean } = {},
): string {
  const decimal = normalizeDecimal(amount)
  if (decimal === undefined) return amount
  const negative = decimal.startsWith('-')
  const size = negative ? decimal.slice(1) : decimal
  const shown = (compact && compacted(size, language)) || full(size, currency)
  return `${negative ? '-' : ''}${currencySymbol(currency, language)}${shown}`
}

/** Whole amounts of a currency without cents show none; what is there is never cut. */
const full = (size: string, currency: string): string =>
  groupDecimal(size, size.includes('.') ? 2 : (minorDigits[currency] ?? 2))

function compacted(size: string, language: Language): string | undefined {
  const units = compactUnits[language]
  for (const [index, [power, name]] of units.entries()) {
    // Measured as the next smaller unit would print it, so that 9,999.999万 is 1.00亿 and 9,950万 stays.
    const smaller = units[index + 1]?.[0]
    const measured = smaller === undefined ? size : inUnit(size, smaller)
    if (Number(measured) >= 10 ** (power - (smaller ?? 0)))
      return groupDecimal(inUnit(size, power), compactDecimals) + name
  }
  return undefined
}

const inUnit = (size: string, power: number): string =>
  roundDecimal(shiftDecimal(size, -power), compactDecimals)
