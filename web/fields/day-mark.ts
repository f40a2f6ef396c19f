import { toDay, weekdayOf } from '#shared/fields/calendar.ts'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'

interface DayMark {
  readonly works: boolean
  /** Of a public holiday, or of the day that is worked to make up for one. */
  readonly name?: string
}

/** What is special about a day (`YYYY-MM-DD`) in the working calendar; undefined for an ordinary working day. */
export function dayMarkOf(day: string, { workdays, exceptions }: WorkingCalendar): DayMark | undefined {
  const exception = exceptions.find(({ date }) => date === day)
  if (exception !== undefined) return { works: exception.works, name: exception.name }
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return workdays.includes(weekdayOf(toDay(year, month, date))) ? undefined : { works: false }
}
