/**
 * Days and instants by plain arithmetic and Intl, because not every browser has Temporal.
 * A day is a whole number: days since 1970-01-01. An instant is milliseconds since then, UTC.
 * Local time is an instant as if the zone were UTC.
 */

export const dayLength = 86_400_000
const lastYear = 9_999
const months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

interface CivilDate {
  readonly year: number
  /** 1…12 */
  readonly month: number
  readonly day: number
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (months[month - 1] ?? 0)

/** Whether the day exists, in the years 1…9999. */
export const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** The day of an existing date; proleptic Gregorian. */
export function toDay(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day is the last one.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function fromDay(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const index = Math.floor((5 * dayOfYear + 2) / 153)
  const month = index < 10 ? index + 3 : index - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * index + 2) / 5) + 1,
  }
}

/** 1 = Monday … 7 = Sunday */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(day: number, count: number): number {
  const date = fromDay(day)
  const index = date.year * 12 + date.month - 1 + count
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return toDay(year, month, Math.min(date.day, daysInMonth(year, month)))
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0')

/** `YYYY-MM-DD`; undefined outside the years 1…9999. */
export function printDay(day: number): string | undefined {
  const date = fromDay(day)
  if (date.year < 1 || date.year > lastYear) return undefined
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
}

/** `HH:MM:SS` of seconds since midnight. */
export const printSeconds = (seconds: number): string =>
  `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`
