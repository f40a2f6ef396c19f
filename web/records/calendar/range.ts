import { addMonths, dayLength, fromDay, printDay, toDay, weekdayOf } from '#shared/fields/calendar.ts'
import { toInstant } from '#shared/fields/time-zone.ts'
import type { Field } from '#shared/metadata/catalogue.ts'

export const spans = ['month', 'week', 'day'] as const
export type Span = (typeof spans)[number]

/** The first day of the week that a day (see shared/fields/calendar.ts) lies in. @param first ISO weekday */
export const weekStart = (day: number, first: number): number => day - ((weekdayOf(day) - first + 7) % 7)

const run = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index)

/** The weeks that a month touches: four to six. */
export function monthWeeks(day: number, first: number): readonly (readonly number[])[] {
  const { year, month } = fromDay(day)
  const begin = weekStart(toDay(year, month, 1), first)
  const end = addMonths(toDay(year, month, 1), 1)
  return run(0, Math.ceil((end - begin) / 7)).map((week) => run(begin + week * 7, 7))
}

export const spanDays = (span: Span, day: number, first: number): readonly number[] =>
  span === 'month' ? monthWeeks(day, first).flat() : span === 'week' ? run(weekStart(day, first), 7) : [day]

/** The same place in the span before or after. */
export const stepped = (span: Span, day: number, by: 1 | -1): number =>
  span === 'month' ? addMonths(day, by) : day + (span === 'week' ? 7 : 1) * by

/** The condition that a record lies in some days, at least in part. @param days first and last */
export function rangeCondition(
  [first, last]: readonly [number, number],
  start: Field,
  end: Field | undefined,
  timeZone: string,
): string {
  const edge = (day: number) =>
    start.type === 'date'
      ? `"${printDay(day)}"`
      : `"${new Date(toInstant(day * dayLength, timeZone)).toISOString()}"`
  const [from, until] = [edge(first), edge(last + 1)]
  const within = `${start.name} >= ${from} and ${start.name} < ${until}`
  if (end === undefined) return within
  return `${start.name} < ${until} and (${start.name} >= ${from} or ${end.name} >= ${from})`
}
