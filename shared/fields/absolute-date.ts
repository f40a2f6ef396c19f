import { fromDay, isDate, toDay } from './calendar.ts'
import type { Locale } from './field-type.ts'

/** What a written date is read against. */
interface Context {
  readonly year: number
  readonly language: Locale['language']
  readonly order: Locale['dateOrder']
}

type Reader = (match: RegExpExecArray, context: Context) => number | undefined

const yearWords: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 后: 2 }
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonthNames =
  'january february march april may june july august september october november december'.split(' ')
const weekdayBefore = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\S* ?\d)/
const weekdayAfter = /(?<=\d日?) ?\(?(?:周|星期|礼拜)[一二三四五六日天]\)?$/
const republicOfChina = 1911

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, (m) => dayOf(m[1], m[3], m[4])],
  [/^(\d{4})(\d{2})(\d{2})$/, (m) => dayOf(m[1], m[2], m[3])],
  [/^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/, (m) => dayOf(m[1], m[2], m[3])],
  [/^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/, (m) => dayOf(fullYear(m[1]), m[2], m[3])],
  [
    /^([前去今本明后])年(\d{1,2})月(\d{1,2})[日号]?$/,
    (m, { year }) => dayOf(year + (yearWords[m[1] ?? ''] ?? 0), m[2], m[3]),
  ],
  [/^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/, (m, { year }) => dayOf(year, m[1], m[2])],
  // Years of the Republic, as Taiwan writes them: 民国115年11月20日, 115/11/20.
  [
    /^(?:民国 ?(\d{1,3})|(\d{3}))[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/,
    (m) => dayOf(Number(m[1] ?? m[2]) + republicOfChina, m[3], m[4]),
  ],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})$/, (m, context) => byOrder(m[1], m[3], m[4], context)],
  [/^(\d{1,2})[-/.](\d{1,2})$/, (m, context) => monthAndDay(m[1], m[2], context.year, context)],
  [
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/,
    (m, { year }) => named(m[1], m[2], m[3] ?? year),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]{3,9})\.?(?:(?:,? |-)(\d{4}|\d{2}))?$/,
    (m, { year }) => named(m[2], m[1], m[3] === undefined ? year : fullYear(m[3])),
  ],
]

/** A date that names its month, in folded text; undefined where it is none. */
export function readAbsoluteDay(
  folded: string,
  today: number,
  { language, dateOrder }: Pick<Locale, 'language' | 'dateOrder'>,
): number | undefined {
  const text = folded.replace(weekdayBefore, '').replace(weekdayAfter, '')
  const context: Context = { year: fromDay(today).year, language, order: dateOrder }
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text)
    if (match !== null) return read(match, context)
  }
  return undefined
}

type Part = string | number | undefined

function dayOf(year: Part, month: Part, day: Part): number | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return isDate(y, m, d) ? toDay(y, m, d) : undefined
}

/** Two digits are a year from 1970 to 2069. */
function fullYear(year: string | undefined): number {
  const number = Number(year)
  if (year?.length !== 2) return number
  return number + (number < 70 ? 2000 : 1900)
}

function byOrder(
  first: string | undefined,
  second: Part,
  last: string | undefined,
  context: Context,
): number | undefined {
  const yearFirst = context.order === 'YMD' || (context.order === undefined && context.language !== 'en')
  if (first?.length === 2 && last?.length !== 4 && yearFirst) return dayOf(fullYear(first), second, last)
  return last?.length === 1 ? undefined : monthAndDay(first, second, fullYear(last), context)
}

/** Month first unless the order says otherwise; without an order, a first number above 12 is a day. */
function monthAndDay(first: Part, second: Part, year: Part, { order }: Context): number | undefined {
  const dayFirst = order === 'DMY' || (order === undefined && Number(first) > 12)
  return dayFirst ? dayOf(year, second, first) : dayOf(year, first, second)
}

function named(name: string | undefined, day: Part, year: Part): number | undefined {
  const word = name === 'sept' ? 'sep' : (name ?? '')
  const index = Math.max(monthNames.indexOf(word), fullMonthNames.indexOf(word))
  return index < 0 ? undefined : dayOf(year, index + 1, day)
}
