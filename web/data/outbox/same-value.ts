/** Whether two wire values mean the same: a text without its margins, a number as text, nothing in any form. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(
    members.sort(([x], [y]) => (x < y ? -1 : 1)).map(([name, one]) => [name, plain(one)]),
  )
}

const decimal = /^-?\d{1,15}(\.\d+)?$/

function plainText(text: string): string | null {
  const trimmed = text.trim().normalize('NFC')
  if (trimmed === '') return null
  // `50.00` and `50` are one amount; what is longer than a double holds stays a text.
  return decimal.test(trimmed) && !/^-?0\d/.test(trimmed) ? String(Number(trimmed)) : trimmed
}
