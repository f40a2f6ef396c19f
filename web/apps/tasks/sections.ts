import { dayLength } from '#shared/fields/calendar.ts'
import { toLocal } from '#shared/fields/time-zone.ts'
import type { Task } from './task.ts'

export const sectionNames = ['overdue', 'today', 'tomorrow', 'later', 'undated'] as const
export type SectionName = (typeof sectionNames)[number]

/** The day (see shared/fields/calendar.ts) of a moment (ISO 8601 UTC) in a zone. */
export const dayOf = (moment: string, timeZone: string): number =>
  Math.floor(toLocal(Date.parse(moment), timeZone) / dayLength)

/** Where a task stands when it is due on a day; a time of today that has passed is still of today. */
function sectionOf(day: number | undefined, today: number): SectionName {
  if (day === undefined) return 'undated'
  if (day < today) return 'overdue'
  if (day === today) return 'today'
  return day === today + 1 ? 'tomorrow' : 'later'
}

export interface Section<Key extends string = string> {
  readonly key: Key
  readonly tasks: readonly Task[]
}

/** Tasks by when they are due: all five sections in order, empty ones left out; within one in the order given. */
export function byDue(
  tasks: readonly Task[],
  today: number,
  timeZone: string,
): readonly Section<SectionName>[] {
  const groups = Map.groupBy(tasks, ({ dueAt }) =>
    sectionOf(dueAt === undefined ? undefined : dayOf(dueAt, timeZone), today),
  )
  return sectionNames.flatMap((key) => {
    const those = groups.get(key)
    return those === undefined ? [] : [{ key, tasks: those }]
  })
}

/** Tasks by the record they are about, in the order of their first task; those about nothing at the end. */
export function byAbout(tasks: readonly Task[]): readonly Section[] {
  const groups = Map.groupBy(tasks, ({ about }) => (about === undefined ? '' : `${about.object}/${about.id}`))
  const sections = [...groups].map(([key, those]) => ({ key, tasks: those }))
  return [...sections.filter(({ key }) => key !== ''), ...sections.filter(({ key }) => key === '')]
}
