import { addMonths, daysInMonth, fromDay, isDate, toDay, weekdayOf } from './calendar.ts'

type Reader = (match: RegExpExecArray, today: number) => number | undefined

const words: ReadonlyMap<string, number> = new Map([
  ['大前天', -3],
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['day before yesterday', -2],
  ['the day before yesterday', -2],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
])
const weekdays: Readonly<Record<string, number>> = {
  ...{
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    日: 7,
    天: 7,
    '1': 1,
    '2': 2,
    '3': 3,
    '4': 4,
    '5': 5,
    '6': 6,
    '7': 7,
  },
  ...{ mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 },
}
/** How many weeks, months or years away. */
const distances: Readonly<Record<string, number>> = {
  ...{ 上上: -2, 上: -1, 去: -1, 这: 0, 本: 0, 今: 0, 当: 0, 下: 1, 明: 1, 下下: 2, 后: 2 },
  ...{ last: -1, this: 0, the: 0, next: 1 },
}
const distanceOf = (word: string | undefined): number => distances[(word ?? '').replace(/个$/, '')] ?? 0

const unitMonths: Readonly<Record<string, number>> = { m: 1, 月: 1, q: 3, y: 12, 年: 12 }
const unitDays: Readonly<Record<string, number>> = { d: 1, 天: 1, 日: 1, w: 7, 周: 7, 星: 7, 礼: 7 }

function away(today: number, count: number, unit: string): number | undefined {
  const letter = unit.charAt(0)
  const days = unitDays[letter]
  if (days !== undefined) return today + count * days
  const months = unitMonths[letter]
  return months === undefined ? undefined : addMonths(today, count * months)
}

function onWeekday(
  today: number,
  name: string | undefined,
  distance: string | undefined,
): number | undefined {
  const weekday = weekdays[name ?? '']
  if (weekday === undefined) return undefined
  const offset = weekday - weekdayOf(today)
  // Without “this” or “next” it is the coming one, today included.
  if (distance === undefined || distance === '') return today + ((offset + 7) % 7)
  return today + offset + 7 * distanceOf(distance)
}

function inMonth(today: number, months: number, day: number): number | undefined {
  const { year, month } = fromDay(addMonths(today, months))
  return isDate(year, month, day) ? toDay(year, month, day) : undefined
}

/** The last (or first) day of a period of `length` months, `distance` periods away. */
function edge(today: number, length: number, distance: number, isStart: boolean): number {
  const { year, month } = fromDay(today)
  const start = Math.floor((month - 1) / length) * length + 1
  const first = addMonths(toDay(year, start, 1), distance * length)
  if (isStart) return first
  const last = fromDay(addMonths(first, length - 1))
  return toDay(last.year, last.month, daysInMonth(last.year, last.month))
}

const lengths: Readonly<Record<string, number>> = { 月: 1, 季: 3, 年: 12, m: 1, q: 3, y: 12 }

const weekday = '(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs)?'
const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])$/,
    (m, today) => onWeekday(today, m[2], m[1]),
  ],
  [new RegExp(`^(?:(last|this|next) |on )?${weekday}$`), (m, today) => onWeekday(today, m[2], m[1])],
  [
    /^(\d{1,4}) ?个?(天|日|周|星期|礼拜|月|年)(?:以|之)?(后|前)$/,
    (m, today) => away(today, (m[3] === '前' ? -1 : 1) * Number(m[1]), m[2] ?? ''),
  ],
  [/^半年后$/, (_, today) => addMonths(today, 6)],
  [
    /^in (\d{1,4}|an?|one|two) (day|week|month|quarter|year)s?$/,
    (m, today) => away(today, countOf(m[1]), m[2] ?? ''),
  ],
  [
    /^(\d{1,4}|an?|one|two) (day|week|month|quarter|year)s? (ago|from now|later)$/,
    (m, today) => away(today, countOf(m[1]) * (m[3] === 'ago' ? -1 : 1), m[2] ?? ''),
  ],
  [/^([+-]?\d{1,4}) ?([dwmy])$/, (m, today) => away(today, Number(m[1]), m[2] ?? '')],
  // As in Todoist and spreadsheets of tasks: so many days on.
  [/^\+ ?(\d{1,3})$/, (m, today) => today + Number(m[1])],
  [
    /^(上上|上|这|本|当|下下|下)个?月(\d{1,2})[日号]?$/,
    (m, today) => inMonth(today, distanceOf(m[1]), Number(m[2])),
  ],
  [/^(\d{1,2})[日号]$/, (m, today) => inMonth(today, 0, Number(m[1]))],
  [
    /^(上上|上|这|本|当|今|下下|下|去|明|后)?个?(月|季|年)度?(底|末|初)$/,
    (m, today) => edge(today, lengths[m[2] ?? ''] ?? 1, distanceOf(m[1]), m[3] === '初'),
  ],
  [/^eo([mqy])$/, (m, today) => edge(today, lengths[m[1] ?? ''] ?? 1, 0, false)],
  [
    /^(?:the )?(end|start|beginning) of (?:(this|next|last|the) )?(month|quarter|year)$/,
    (m, today) => edge(today, lengths[m[3]?.charAt(0) ?? ''] ?? 1, distanceOf(m[2]), m[1] !== 'end'),
  ],
]

function countOf(word: string | undefined): number {
  if (word === 'two') return 2
  return word === 'a' || word === 'an' || word === 'one' ? 1 : Number(word)
}

/** A day told by its distance from today, in folded text with digits: `下周三`, `3天后`, `月底`, `next friday`, `eom`; undefined where it is none. */
export function readRelativeDay(folded: string, today: number): number | undefined {
  const offset = words.get(folded)
  if (offset !== undefined) return today + offset
  for (const [pattern, read] of readers) {
    const match = pattern.exec(folded)
    if (match !== null) return read(match, today)
  }
  return undefined
}
