import type { Language } from '#shared/language.ts'

const names = (language: Language, count: number, first: Date, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  const step = options.month === undefined ? 'Date' : 'Month'
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(first)
    date[`setUTC${step}`](date[`getUTC${step}`]() + index)
    return format.format(date)
  })
}

/** January to December. */
export const monthNames = (language: Language) =>
  names(language, 12, new Date('2024-01-01'), { month: 'long' })

/** Monday to Sunday, short; 2024 began on a Monday. */
export const weekdayNames = (language: Language) =>
  names(language, 7, new Date('2024-01-01'), { weekday: 'short' })

/** A date as it is read, with its weekday: `10月1日 周四`, `Thu, Oct 1`; the year where it is not this one. */
export function dateWithWeekday(date: string, language: Language, thisYear: number): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    ...(!date.startsWith(String(thisYear)) && { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`))
}
