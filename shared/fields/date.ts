import { fromDay, isDate, printDay, toDay } from './calendar.ts'
import { accept, type FieldType, type Locale, type Parsed, refuse } from './field-type.ts'
import { dayOfNow, readDateTime, readDay } from './read-date.ts'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayOf(value: unknown): number | undefined {
  const match = typeof value === 'string' ? pattern.exec(value) : null
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDate(year, month, day) ? toDay(year, month, day) : undefined
}

function parse(value: unknown): Parsed {
  if (typeof value !== 'string') return refuse('wrong_type', { expected: 'string' })
  if (value === '') return accept(null)
  return dayOf(value) === undefined ? refuse('invalid_date') : accept(value)
}

/** A day for people: `11月20日`, `Nov 20`; with its year where that is not this year. */
export function formatDay(day: number, locale: Pick<Locale, 'language' | 'now' | 'timeZone'>): string {
  const date = fromDay(day)
  const hasYear = date.year !== fromDay(dayOfNow(locale)).year
  const year = String(date.year).padStart(4, '0')
  if (locale.language === 'en') {
    const text = `${englishMonths[date.month - 1]} ${date.day}`
    return hasYear ? `${text}, ${year}` : text
  }
  return `${hasYear ? `${year}年` : ''}${date.month}月${date.day}日`
}

export const date: FieldType = {
  name: 'date',
  kind: 'date',
  column: 'date',
  sortable: true,
  groupable: true,
  searchable: false,
  uniqueable: false,
  settings: [],
  parse,
  /** A time of day that comes along is left out; one with an offset counts in `locale.timeZone`. */
  read: (text, _field, locale) => {
    const day = readDay(text, locale) ?? readDateTime(text, locale)?.day
    const printed = day === undefined ? undefined : printDay(day)
    return printed === undefined ? refuse('invalid_date') : accept(printed)
  },
  format: (value, _field, locale) => {
    const day = dayOf(value)
    return day === undefined ? String(value) : formatDay(day, locale)
  },
  schema: () => ({ type: 'string', format: 'date', description: 'YYYY-MM-DD' }),
}
