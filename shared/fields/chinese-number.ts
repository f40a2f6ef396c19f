const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 }
const groups: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** A whole number in (simplified) Chinese numerals: 三百二十万 → 3200000; undefined where it is none. */
export function readChineseNumber(text: string): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = Number.POSITIVE_INFINITY
  for (const character of text) {
    const value = digits[character]
    const unit = units[character]
    const group = groups[character]
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return undefined
      section += (digit ?? 1) * unit
      lastUnit = unit
      digit = undefined
    } else if (group !== undefined) {
      section += digit ?? 0
      if (section === 0 && total === 0) return undefined
      total = group > 10_000 ? (total + section) * group : total + section * group
      section = 0
      digit = undefined
      lastUnit = Number.POSITIVE_INFINITY
    } else return undefined
  }
  return text === '' ? undefined : total + section + (digit ?? 0)
}
