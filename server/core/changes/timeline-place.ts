import type { Parameters } from '#server/core/expression/scope.ts'

/** Where a reader of a timeline stands: the time of the last entry it has, to the microsecond, and its id. */
export interface TimelinePlace {
  readonly at: string
  readonly id: string
}

/** What each source of entries gives: at most `most` of those after `place`, the newest first. */
export interface Stretch {
  readonly place: TimelinePlace | undefined
  readonly most: number
}

/** SQL: a moment as texts that sort as moments do: `2026-11-20T08:30:00.120000Z`. */
export const momentSql = (at: string): string =>
  `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** SQL: the entry comes after the place. `at` and `id` are SQL of its time and of its id. */
export function afterSql({ place }: Stretch, at: string, id: string, parameters: Parameters): string {
  if (place === undefined) return 'true'
  const moment = parameters.add(place.at, 'timestamptz')
  return `${at} <= ${moment} and (${at}, (${id}) collate "C") < (${moment}, ${parameters.add(place.id, 'text')})`
}

/** SQL after ORDER BY. */
export const newestFirst = (at: string, id: string): string => `${at} desc, (${id}) collate "C" desc`

/** How the API writes it: without zeros at the end. */
export const printedMoment = (moment: string): string => moment.replace(/\.?0+Z$/, 'Z')
