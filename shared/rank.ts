/**
 * Ranks: the order that people give records by hand. A rank is a text of `0`–`9` and `a`–`z`, compared by code point, so that
 * there is always one more between two (a fraction in base 36 without its point). A record is born with the rank of its id.
 */

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** What a rank may look like; one that ends in `0` would leave no room before it. */
export const isRank = (text: string): boolean => /^[0-9a-z]{0,255}[1-9a-z]$/.test(text)

const hexadecimal = '0123456789abcdef'

/** The rank that a record has until it is moved: the newest come first, as their ids (UUID version 7) grow with time. */
export const bornRank = (id: string): string =>
  [...id.toLowerCase().replaceAll('-', '')]
    .map((digit) => hexadecimal[15 - hexadecimal.indexOf(digit)])
    .join('')

/**
 * A rank after `lower` and before `upper`; null stands for the beginning and the end.
 * @throws RangeError where `lower` is not before `upper`
 */
export function between(lower: string | null, upper: string | null): string {
  const low = lower ?? ''
  if (upper !== null && low >= upper) throw new RangeError(`no rank lies between ${low} and ${upper}`)
  const beyond = upper === null ? step(low, 1) : lower === null ? step(upper, -1) : undefined
  if (beyond !== undefined) return beyond
  let rank = ''
  let bounded = upper !== null
  for (let place = 0; ; place++) {
    const from = digits.indexOf(low[place] ?? '0')
    const to = bounded ? digits.indexOf(upper?.[place] ?? '0') : digits.length
    const middle = (from + to) >> 1
    if (middle > from) return rank + digits[middle]
    rank += digits[from]
    // Once it is smaller than `upper` at one place, what follows may be anything.
    if (to > from) bounded = false
    // The digits of `upper` are used up only where nothing but zeros would tell it from `lower`.
    else if (bounded && place >= (upper?.length ?? 0))
      throw new RangeError(`no rank lies between ${low} and ${upper}`)
  }
}

const stepDigits = 10

/**
 * The next rank at an end of the order: one step of the tenth digit, so that moving to the top again and again makes no long
 * ranks, and what is born later still comes before. Undefined where the digits are used up.
 */
function step(rank: string, by: 1 | -1): string | undefined {
  const next = Number.parseInt(rank.slice(0, stepDigits).padEnd(stepDigits, '0'), 36) + by
  if (next <= 0 || next >= 36 ** stepDigits) return undefined
  const text = next.toString(36).padStart(stepDigits, '0')
  return text.endsWith('0') ? `${text}i` : text
}
