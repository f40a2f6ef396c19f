import { dayLength, fromDay, printDay, weekdayOf } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import type { Language } from '#shared/language.ts'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { type Entry, firstDayOf, lastDayOf } from './entry.ts'
import type { Span } from './range.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(options).join()}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  formats.set(key, format)
  return format
}

const pad = (count: number) => String(count).padStart(2, '0')

/** `HH:MM` of local milliseconds. */
export function clockOf(local: number): string {
  const minutes = Math.floor((local - Math.floor(local / dayLength) * dayLength) / 60_000)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** 2026年11月; 11月16日至22日; 11月20日 星期五. @param days those shown @param day the one that the cursor stands on */
export function spanTitle(span: Span, days: readonly number[], day: number, language: Language): string {
  if (span === 'month') return formatOf(language, { year: 'numeric', month: 'long' }).format(day * dayLength)
  if (span === 'day') return longDay(day, language)
  const [first = day] = days
  const last = days.at(-1) ?? day
  const whole = formatOf(language, {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  })
  if (language === 'en') return whole.formatRange(first * dayLength, last * dayLength)
  // In Chinese a range would be printed with slashes.
  const [a, b] = [fromDay(first), fromDay(last)]
  const rest =
    a.year !== b.year
      ? whole
      : formatOf(language, { ...(a.month !== b.month && { month: 'long' }), day: 'numeric' })
  return `${whole.format(first * dayLength)}–${rest.format(last * dayLength)}`
}

/** 11月20日星期五 */
export const longDay = (day: number, language: Language): string =>
  formatOf(language, { month: language === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'long' }).format(
    day * dayLength,
  )

/** 周五; 五 where there is little room. */
export const weekdayName = (day: number, language: Language, narrow: boolean): string =>
  formatOf(language, { weekday: narrow ? 'narrow' : 'short' }).format(day * dayLength)

/** ISO weekday on which a week begins, as in the calendars of date fields: Sunday in Taiwan and America. */
const firstWeekdays = { 'zh-CN': 1, 'zh-TW': 7, en: 7 } as const satisfies Record<Language, number>
export const firstWeekday = (language: Language): number => firstWeekdays[language]

/** When an entry is: 10:30–11:15; 11月18日–11月20日. */
export function entryTime(entry: Entry, locale: Locale): string {
  const [first, last] = [firstDayOf(entry), lastDayOf(entry)]
  const day = (one: number) => shortDate(printDay(one) ?? '', locale)
  if (entry.allDay && entry.start.type === 'date')
    return first === last ? day(first) : `${day(first)}–${day(last)}`
  const whole = (at: number) => `${day(Math.floor(at / dayLength))} ${clockOf(at)}`
  if (first !== last) return `${whole(entry.from)}–${whole(entry.to)}`
  return entry.to === entry.from ? clockOf(entry.from) : `${clockOf(entry.from)}–${clockOf(entry.to)}`
}

interface DayMark {
  readonly works: boolean
  readonly name: string
}

/** What the workspace's calendar says of a day that differs from the week: a holiday, or a weekend that is worked. */
export function dayMark(day: number, calendar: WorkingCalendar): DayMark | undefined {
  const date = printDay(day)
  return calendar.exceptions.find((one) => one.date === date)
}

/** Whether people work on a day. */
export const isWorkday = (day: number, calendar: WorkingCalendar): boolean =>
  dayMark(day, calendar)?.works ?? calendar.workdays.includes(weekdayOf(day))
