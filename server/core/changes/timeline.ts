import { catalogueOf, permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { decodeCursor, encodeCursor, fingerprintOf, readFrom } from '#server/core/records/cursor.ts'
import { wishForIndexes } from '#server/core/records/index-wishes.ts'
import { orderOf } from '#server/core/records/order.ts'
import { placed } from '#server/core/records/place.ts'
import { scopeFor } from '#server/core/records/scope.ts'
import { searchWords } from '#server/core/records/search.ts'
import { AppError } from '#shared/errors.ts'
import type { TimelinePage } from '#shared/operations/timeline.ts'
import { activitiesAbout } from './timeline-activities.ts'
import type { Found } from './timeline-entry.ts'
import { wantedKinds } from './timeline-kinds.ts'
import { loggedOf } from './timeline-log.ts'
import { namesOf } from './timeline-names.ts'
import { printedMoment, type TimelinePlace } from './timeline-place.ts'
import { subjectsOf } from './timeline-subjects.ts'
import { tasksAbout } from './timeline-tasks.ts'

export interface TimelineQuery {
  /** `call,email,change`; all by default. */
  readonly kinds?: string | undefined
  readonly search?: string | undefined
  readonly cursor?: string | undefined
  /** 1…200; 50. */
  readonly limit?: number | undefined
  /** Whether activities and tasks tell, as `$may`, what of it who asks may do. */
  readonly may?: boolean | undefined
}

/**
 * What happened to a record and to those that point to it, the newest first: activities, tasks, and what the change log
 * tells. Of more than 10,000 records of one kind below it, the newest 10,000.
 * @throws AppError `record_missing`, `invalid_cursor`, `invalid_parameter`
 */
export async function timelineOf(
  cx: Context,
  name: string,
  id: string,
  { kinds: kindsText, search = '', cursor, limit = 50, may = false }: TimelineQuery = {},
): Promise<TimelinePage> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  const kinds = wantedKinds(kindsText, catalogue)
  const words = searchWords(search)
  const fingerprint = fingerprintOf('timeline', object.key, id, kindsText, search)
  const place = cursor === undefined ? undefined : placed('cursor', () => placeIn(cursor, fingerprint))
  wishForOrder(cx)
  const subjects = await subjectsOf(cx, object, id, words)
  const query = { subjects, words, place, most: limit + 1 }
  const reading = Promise.all([
    kinds.has('activity') ? activitiesAbout(cx, { ...query, may, kinds: kinds.activities }) : [],
    kinds.has('task') ? tasksAbout(cx, { ...query, may }) : [],
    loggedOf(cx, { ...query, has: kinds.has }),
  ])
  const merged = (await readFrom(cursor, 'cursor', reading)).flat().sort(newestFirst)
  const shown = merged.slice(0, limit)
  const names = await namesOf(
    cx,
    shown.flatMap(({ references }) => references),
  )
  const last = shown.at(-1)
  return {
    data: shown.map(({ id, moment, print }) => ({ id, at: printedMoment(moment), ...print(names) })),
    nextCursor:
      merged.length > limit && last !== undefined ? encodeCursor(fingerprint, [last.moment, last.id]) : null,
  }
}

const key = ({ moment, id }: Found): string => `${moment} ${id}`
const newestFirst = (one: Found, other: Found): number => (key(one) < key(other) ? 1 : -1)

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** @throws AppError `invalid_cursor` */
function placeIn(cursor: string, fingerprint: string): TimelinePlace {
  const [at, id] = decodeCursor(cursor, fingerprint, 2)
  if (at == null || id == null || !moment.test(at) || Number.isNaN(Date.parse(at)))
    throw new AppError('invalid_cursor')
  return { at, id }
}

/** Large records are quick once activities can be read by their time. */
function wishForOrder(cx: Context): void {
  const catalogue = catalogueOf(cx)
  const object = catalogue.byKey('activity')
  const field = object?.fieldByKey.get('occurred_at')
  if (object === undefined || field === undefined) return
  const scope = scopeFor(cx, { catalogue, object })
  wishForIndexes(cx, undefined, orderOf([`-${field.name}`], scope, cx.workspace.language))
}
