/** A cell as the sheet stores it: `t`, `s` and the text of `v` or `is`. */
export interface StoredCell {
  readonly type: string
  readonly style: number
  readonly text: string
}

/** Excel keeps 15 digits: what is longer lost its end when it became a number. */
const keptDigits = 15

/**
 * Digits as they are stored. A whole number that is longer than a spreadsheet can keep is printed the way the
 * spreadsheet shows it (`9.132E+17`), since its last digits are made up; binary dust (`0.30000000000000004`) is removed.
 */
export function numberText(stored: string): string {
  const value = Number(stored)
  if (stored === '' || !Number.isFinite(value)) return stored
  if (Math.abs(value) >= 10 ** keptDigits) return value.toExponential().replace('e', 'E')
  return plain(Number(value.toPrecision(keptDigits)))
}

function plain(value: number): string {
  const text = String(value)
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (small === null) return text
  const [, sign = '', first = '', rest = '', exponent = '0'] = small
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`
}

const day = 86_400_000

/** A spreadsheet's day count as ISO 8601; the clock is kept where the cell shows one or has one. */
export function dateText(stored: string, kind: 'date' | 'dateTime', since1904: boolean): string {
  const serial = Number(stored)
  if (stored === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return stored
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const text = new Date(epoch + Math.round((serial * day) / 1000) * 1000).toISOString()
  const [date = '', clock = ''] = text.slice(0, 19).split('T')
  return kind === 'date' || clock === '00:00:00' ? date : `${date} ${clock}`
}
