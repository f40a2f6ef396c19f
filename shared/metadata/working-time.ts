import { dayLength, fromDay, weekdayOf } from '../fields/calendar.ts'
import { toLocal } from '../fields/time-zone.ts'
import type { WorkingCalendar } from './settings.ts'

/** Whether it is working time at that instant in a zone: holidays rest, and weekend days that are worked (调休) are working days. */
export function isWorkingTime(calendar: WorkingCalendar, instant: number, timeZone: string): boolean {
  const local = toLocal(instant, timeZone)
  const day = Math.floor(local / dayLength)
  const { year, month, day: ofMonth } = fromDay(day)
  const two = (number: number): string => String(number).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(ofMonth)}`
  const exception = calendar.exceptions.find((one) => one.date === date)
  if (!(exception?.works ?? calendar.workdays.includes(weekdayOf(day)))) return false
  const minutes = Math.floor((local - day * dayLength) / 60_000)
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return calendar.opens <= time && time < calendar.closes
}
