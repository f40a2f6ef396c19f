import { Decimal } from '../decimal.ts'
import { dayOf, instant, toDate } from '../instant.ts'
import type { FunctionDefinition, Value } from './function.ts'

/** Runs with dates; where one is empty the result is. */
const onDate =
  (compute: (date: Date) => number) =>
  ([value]: readonly Value[]): Value =>
    typeof value === 'string' ? new Decimal(compute(asDate(value))) : null

const asDate = (text: string): Date => new Date(`${text}T00:00:00Z`)

export const dateUnits = ['week', 'month', 'quarter', 'year'] as const

function startOf(date: Date, unit: string): Date | null {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const start = new Date(date)
  switch (unit) {
    case 'week':
      start.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
      return start
    case 'month':
      start.setUTCDate(1)
      return start
    case 'quarter':
      start.setUTCFullYear(year, month - (month % 3), 1)
      return start
    case 'year':
      start.setUTCFullYear(year, 0, 1)
      return start
    default:
      return null
  }
}

/** The same day so many months later, or the last of that month where it is shorter. */
function addMonths(date: Date, months: number): Date {
  const moved = new Date(date)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const last = new Date(moved)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  moved.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()))
  return moved
}

export const date = {
  today: {
    aliases: ['今天'],
    parameters: [],
    result: 'date',
    help: { 'zh-CN': '今天', 'zh-TW': '今天', en: 'Today' },
    evaluate: (_, { now, timeZone }) => dayOf(now.toISOString(), timeZone) ?? null,
  },
  now: {
    aliases: ['现在', '現在'],
    parameters: [],
    result: 'dateTime',
    help: { 'zh-CN': '此刻', 'zh-TW': '此刻', en: 'This moment' },
    evaluate: (_, { now }) => instant(now.toISOString())!,
  },
  date: {
    aliases: ['日期'],
    parameters: [['date', 'dateTime']],
    result: 'date',
    help: { 'zh-CN': '时间所在的日期', 'zh-TW': '時間所在的日期', en: 'The date of a moment' },
    evaluate: ([value], { timeZone }, [type]) =>
      type === 'dateTime' && typeof value === 'string' ? (dayOf(value, timeZone) ?? null) : value!,
  },
  year: {
    aliases: ['年份'],
    parameters: [['date']],
    result: 'number',
    help: { 'zh-CN': '年份', 'zh-TW': '年份', en: 'The year' },
    evaluate: onDate((value) => value.getUTCFullYear()),
  },
  quarter: {
    aliases: ['季度'],
    parameters: [['date']],
    result: 'number',
    help: { 'zh-CN': '季度，1至4', 'zh-TW': '季度，1至4', en: 'The quarter, 1 to 4' },
    evaluate: onDate((value) => Math.floor(value.getUTCMonth() / 3) + 1),
  },
  month: {
    aliases: ['月份'],
    parameters: [['date']],
    result: 'number',
    help: { 'zh-CN': '月份，1至12', 'zh-TW': '月份，1至12', en: 'The month, 1 to 12' },
    evaluate: onDate((value) => value.getUTCMonth() + 1),
  },
  day: {
    aliases: ['日'],
    parameters: [['date']],
    result: 'number',
    help: { 'zh-CN': '当月第几日', 'zh-TW': '當月第幾日', en: 'The day of the month' },
    evaluate: onDate((value) => value.getUTCDate()),
  },
  weekday: {
    aliases: ['星期'],
    parameters: [['date']],
    result: 'number',
    help: { 'zh-CN': '星期几，周一为1', 'zh-TW': '星期幾，週一為1', en: 'The day of the week, Monday is 1' },
    evaluate: onDate((value) => ((value.getUTCDay() + 6) % 7) + 1),
  },
  addMonths: {
    aliases: ['加月'],
    parameters: [['date'], ['number']],
    result: 'date',
    help: { 'zh-CN': '几个月后的日期', 'zh-TW': '幾個月後的日期', en: 'So many months later' },
    evaluate: ([value, months]) => {
      if (typeof value !== 'string' || !Decimal.isDecimal(months)) return null
      return toDate(addMonths(asDate(value), months.trunc().toNumber())) ?? null
    },
  },
  startOf: {
    aliases: ['起始日'],
    parameters: [['date'], ['text']],
    result: 'date',
    help: {
      'zh-CN': '所在周、月、季、年（week、month、quarter、year）的第一天',
      'zh-TW': '所在週、月、季、年（week、month、quarter、year）的第一天',
      en: 'The first day of its week, month, quarter or year',
    },
    evaluate: ([value, unit]) => {
      if (typeof value !== 'string' || typeof unit !== 'string') return null
      const start = startOf(asDate(value), unit)
      return start === null ? null : (toDate(start) ?? null)
    },
  },
} satisfies Record<string, FunctionDefinition>
