import type { Locale } from '#shared/fields/field-type.ts'
import { dayOfNow, readDay } from '#shared/fields/read-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'

/** Whole days from today to a date (`YYYY-MM-DD`) or moment (ISO 8601 UTC); negative in the past. */
export function dayDistance(value: string, locale: Locale): number | undefined {
  const local = value.length > 10 ? wallTime(value, locale.timeZone).slice(0, 10) : value
  const day = readDay(local, locale)
  return day === undefined ? undefined : day - dayOfNow(locale)
}
