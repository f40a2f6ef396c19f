import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { TimelineChange, TimelineEntry } from '#shared/operations/timeline.ts'
import type { SentenceKey } from './use-sentence.tsx'

/** A change whose field is still there. */
export interface KnownChange extends Omit<TimelineChange, 'field'> {
  readonly field: Field
}

/** The changes of an entry in their order; those of fields that are gone are left out. */
export const knownChanges = (
  entry: TimelineEntry,
  object: CatalogueObject | undefined,
): readonly KnownChange[] =>
  (entry.changes ?? []).flatMap((change) => {
    const field = object?.fieldByWire.get(change.field) ?? object?.fieldByName.get(change.field)
    return field === undefined ? [] : [{ ...change, field }]
  })

/** Whether a field says how far a record has come. */
export const isStage = (field: Field): boolean =>
  field.to === 'stage' || (field.name === 'status' && field.type === 'select')

const isOwner = (field: Field): boolean => field.name === 'owner'

/** A change that is news of its own: a new stage or state, a new owner. */
export const isWeighty = (changes: readonly KnownChange[]): boolean =>
  changes.some(({ field }) => isStage(field) || isOwner(field))

type Sentences = readonly [own: SentenceKey, other: SentenceKey]

const byActivity: Readonly<Record<string, Sentences>> = {
  note: ['activity.didNote', 'activity.didNote'],
  call: ['activity.didCall', 'activity.didCallWith'],
  meeting: ['activity.didMeeting', 'activity.didMeetingWith'],
  visit: ['activity.didVisit', 'activity.didVisitWith'],
  email: ['activity.didEmail', 'activity.didEmailWith'],
  wechat: ['activity.didWechat', 'activity.didWechatWith'],
  sms: ['activity.didSms', 'activity.didSmsWith'],
}
const anyActivity: Sentences = ['activity.didOther', 'activity.didOtherWith']

/**
 * The text that tells an entry.
 * @param own whether it is of the very record whose timeline is shown
 * @param withPeople whether anybody but the actor took part
 */
export function sentenceOf(
  entry: TimelineEntry,
  changes: readonly KnownChange[],
  own: boolean,
  withPeople: boolean,
): SentenceKey {
  const pick = ([mine, others]: Sentences) => (own ? mine : others)
  switch (entry.kind) {
    case 'activity': {
      const pair = byActivity[entry.activity?.kind ?? ''] ?? anyActivity
      return pair[withPeople ? 1 : 0]
    }
    case 'task':
      return entry.task?.event === 'done' ? 'activity.didFinish' : 'activity.didPlan'
    case 'created':
      return pick(['activity.didCreateThis', 'activity.didCreate'])
    case 'deleted':
      return 'activity.didDelete'
    case 'restored':
      return 'activity.didRestore'
    case 'link':
      return entry.link?.added === false ? 'activity.didUnlink' : 'activity.didLink'
    case 'change':
      if (changes.some(({ field }) => isStage(field)))
        return pick(['activity.didAdvanceThis', 'activity.didAdvance'])
      // A new owner brings the owner's team along.
      if (changes.some(({ field }) => isOwner(field)) && changes.length <= 2)
        return pick(['activity.didHandOverThis', 'activity.didHandOver'])
      if (changes.length !== 1) return pick(['activity.didChangeManyThis', 'activity.didChangeMany'])
      return pick(['activity.didChangeThis', 'activity.didChange'])
  }
}

/** Whole minutes that something took; undefined where it has no end, or ends as it begins. */
export function minutesOf(at: string, endsAt: string | null | undefined): number | undefined {
  if (endsAt === null || endsAt === undefined) return undefined
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(at)) / 60_000)
  return minutes >= 1 ? minutes : undefined
}

/** Who did it: an activity that an import or a program wrote down was done by the colleague who took part in it. */
export function doerOf({
  actor,
  activity,
}: TimelineEntry): { readonly id: string; readonly name: string } | null {
  const colleague = activity?.participants.find(({ object, title }) => object === 'user' && title !== null)
  if (actor?.kind === 'user' || colleague === undefined) return actor
  return { id: colleague.id, name: colleague.title ?? '' }
}
