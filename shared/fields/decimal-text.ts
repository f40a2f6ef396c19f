/**
 * Arithmetic on decimal numbers written as text (`-1234.5`), exact at any length.
 * Normal form: no leading or trailing superfluous zeros, no plus sign, no `-0`.
 */

const plain = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/
const scientific = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i

/** Normal form of plain decimal text; undefined where it is none. */
export function normalizeDecimal(text: string): string | undefined {
  const match = plain.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return digits === '0' ? '0' : `${sign}${digits}`
}

/** The decimal text of a finite number, without an exponent. */
export function decimalOf(number: number): string {
  if (number === 0) return '0'
  const text = String(number)
  const match = scientific.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  return shiftDecimal(`${sign}${whole}.${fraction}`, Number(exponent))
}

/** `text` × 10^places, in normal form. */
export function shiftDecimal(text: string, places: number): string {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  let digits = whole + fraction
  let point = whole.length + places
  if (point <= 0) {
    digits = '0'.repeat(1 - point) + digits
    point = 1
  } else if (point > digits.length) digits = digits.padEnd(point, '0')
  const shifted = `${digits.slice(0, point)}.${digits.slice(point)}`
  return normalizeDecimal(negative ? `-${shifted}` : shifted) ?? '0'
}

/** Number of digits after the point. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/** Rounded half away from zero to at most `places` digits after the point, in normal form. */
export function roundDecimal(text: string, places: number): string {
  if (decimalsOf(text) <= places) return normalizeDecimal(text) ?? '0'
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const kept = BigInt(whole + fraction.slice(0, places))
  const rounded = (fraction[places] ?? '0') >= '5' ? kept + 1n : kept
  return shiftDecimal(`${negative ? '-' : ''}${rounded}`, -places)
}

/** For people: thousands grouped by comma, and at least `least` digits after the point. */
export function groupDecimal(text: string, least = 0): string {
  const [whole = '', fraction = ''] = text.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  const digits = fraction.padEnd(least, '0')
  return digits === '' ? grouped : `${grouped}.${digits}`
}
