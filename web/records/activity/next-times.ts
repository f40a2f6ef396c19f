import { addMonths, dayLength, printDay, weekdayOf } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { toInstant } from '#shared/fields/time-zone.ts'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'

const nextTimeNames = ['tomorrow', 'inThreeDays', 'nextMonday', 'nextMonth'] as const
export type NextTimeName = (typeof nextTimeNames)[number]

/** A time that is offered for the next step. */
interface NextTime {
  readonly name: NextTimeName
  /** ISO 8601 UTC, when work begins on that day. */
  readonly at: string
  /** The day that was meant is none of work: this is the first one after it. */
  readonly moved: boolean
}

const meant: Readonly<Record<NextTimeName, (today: number) => number>> = {
  tomorrow: (today) => today + 1,
  inThreeDays: (today) => today + 3,
  nextMonday: (today) => today + 8 - weekdayOf(today),
  nextMonth: (today) => addMonths(today, 1),
}

/** Whether people work on a day (see shared/fields/calendar.ts): by the week, but for the days that differ from it. */
function isWorked(day: number, calendar: WorkingCalendar): boolean {
  const exception = calendar.exceptions.find(({ date }) => date === printDay(day))
  return exception?.works ?? calendar.workdays.includes(weekdayOf(day))
}

// A calendar without any working day must not keep the page searching.
const furthest = 60

function workedFrom(day: number, calendar: WorkingCalendar): number {
  for (let next = day; next < day + furthest; next++) if (isWorked(next, calendar)) return next
  return day
}

const said: readonly NextTimeName[] = ['tomorrow', 'nextMonday', 'inThreeDays', 'nextMonth']

/** Tomorrow, in three days, next Monday, in a month: each on a working day, and no day twice. */
export function nextTimes(
  locale: Pick<Locale, 'now' | 'timeZone'>,
  calendar: WorkingCalendar,
): readonly NextTime[] {
  const today = dayOfNow(locale)
  const [hours = 9, minutes = 0] = calendar.opens.split(':').map(Number)
  const offered = nextTimeNames.map((name) => {
    const day = meant[name](today)
    const worked = workedFrom(day, calendar)
    return { name, day: worked, moved: worked !== day }
  })
  // Of two names for one day the true one is kept, and of two true ones the shorter way to say it.
  const best = offered.toSorted(
    (a, b) => Number(a.moved) - Number(b.moved) || said.indexOf(a.name) - said.indexOf(b.name),
  )
  return offered
    .filter((one) => best.find(({ day }) => day === one.day) === one)
    .map(({ name, day, moved }) => {
      const instant = toInstant(day * dayLength + (hours * 60 + minutes) * 60_000, locale.timeZone)
      return { name, moved, at: new Date(instant).toISOString().replace('.000Z', 'Z') }
    })
}
