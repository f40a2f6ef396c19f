import { addMonths, dayLength, weekdayOf } from '#shared/fields/calendar.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { toInstant, toLocal } from '#shared/fields/time-zone.ts'

const dueChoices = ['today', 'tomorrow', 'inThreeDays', 'nextMonday', 'nextMonth'] as const
type DueChoice = (typeof dueChoices)[number]

type Clock = Pick<Locale, 'now' | 'timeZone'>

const days: Readonly<Record<DueChoice, (today: number) => number>> = {
  today: (today) => today,
  tomorrow: (today) => today + 1,
  inThreeDays: (today) => today + 3,
  nextMonday: (today) => today + 8 - weekdayOf(today),
  nextMonth: (today) => addMonths(today, 1),
}

/** The day a choice means (see shared/fields/calendar.ts). */
export const dayOfChoice = (choice: DueChoice, clock: Clock): number => days[choice](dayOfNow(clock))

/** What is offered now, no day twice. */
export function offeredChoices(clock: Clock): readonly DueChoice[] {
  const seen = new Set<number>()
  return dueChoices.filter((choice) => {
    const day = dayOfChoice(choice, clock)
    if (seen.has(day)) return false
    seen.add(day)
    return true
  })
}

const minutesOf = (time: string): number => {
  const [hours = 18, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** @param day see shared/fields/calendar.ts @returns ISO 8601 UTC */
export function momentOn(day: number, minutes: number, timeZone: string): string {
  const instant = toInstant(day * dayLength + minutes * 60_000, timeZone)
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/**
 * A due time moved to a day: at the time it had; a task without one, when work ends.
 * @param closes `HH:MM`
 */
export function movedTo(day: number, dueAt: string | undefined, closes: string, timeZone: string): string {
  if (dueAt === undefined) return momentOn(day, minutesOf(closes), timeZone)
  const local = toLocal(Date.parse(dueAt), timeZone)
  const time = local - Math.floor(local / dayLength) * dayLength
  return momentOn(day, time / 60_000, timeZone)
}

/** A reminder keeps its distance from what it reminds of; undefined where there is none to move. */
export function movedReminder(
  remindAt: string | undefined,
  from: string | undefined,
  to: string,
): string | undefined {
  if (remindAt === undefined || from === undefined) return undefined
  const moved = Date.parse(to) - (Date.parse(from) - Date.parse(remindAt))
  return new Date(moved).toISOString().replace('.000Z', 'Z')
}
