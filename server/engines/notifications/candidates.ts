import type { ChangeEntry } from '#server/core/changes/index.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { NotificationKind } from '#shared/operations/notifications.ts'
import { mentionedIn, sentenceAround } from './mentions.ts'
import { assignmentRules, mentionTypes, reminderRule, silentObjects, silentSources } from './rules.ts'

/** Something that a person may be to be told. */
export interface Candidate {
  readonly userId: string
  readonly kind: NotificationKind
  /** What it follows from: nobody is told twice of one cause. */
  readonly cause: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly object: CatalogueObject
  readonly recordId: string
  readonly text: string
  /** The member behind the actor. */
  readonly author: string | null
  /** Id of the actor's record. */
  readonly actor: string | null
}

/** What an entry of the change log gives cause to tell; `self` is the member behind its actor, who is told nothing. */
export function candidatesOf(entry: ChangeEntry, catalogue: Catalogue, self: string | null): Candidate[] {
  const object = catalogue.find(entry.object)
  const { after } = entry
  if (object === undefined || after === null || silentSources.has(entry.source)) return []
  if (silentObjects.has(object.key) || (entry.action !== 'create' && entry.action !== 'update')) return []
  const base = {
    object,
    recordId: entry.recordId,
    at: entry.at,
    actor: entry.actor?.id ?? null,
    author: self,
  }
  const cause = `change ${entry.seq}`
  const assigned = new Set(
    assignmentRules.flatMap((rule) => {
      const field = rule.object === undefined || rule.object === object.key ? rule.field : ''
      const value = after[object.fieldByKey.get(field)?.wire ?? '']
      return typeof value === 'string' ? [value] : []
    }),
  )
  const texts = object.fields
    .filter(({ type }) => mentionTypes.has(type))
    .map(({ wire }) => ({ before: textIn(entry.before?.[wire]), after: textIn(after[wire]) }))
  const mentioned = new Map(
    texts.flatMap((text) => {
      const known = mentionedIn(text.before)
      return [...mentionedIn(text.after)]
        .filter((userId) => !known.has(userId))
        .map((userId) => [userId, sentenceAround(text.after, userId)] as const)
    }),
  )
  return [
    ...[...assigned].map((userId) => ({ ...base, userId, kind: 'assignment' as const, cause, text: '' })),
    ...[...mentioned].map(([userId, text]) => ({ ...base, userId, kind: 'mention' as const, cause, text })),
  ].filter(({ userId }) => userId !== self)
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A record's moment to be reminded of; null takes it away. */
interface ReminderChange {
  readonly recordId: string
  readonly objectKey: string
  readonly due: string | null
  /** When it was set. */
  readonly at: string
}

/** What an entry says of a reminder; undefined where it says nothing. */
export function reminderOf(entry: ChangeEntry, catalogue: Catalogue): ReminderChange | undefined {
  const object = catalogue.find(entry.object)
  const field = object?.key === reminderRule.object ? object.fieldByKey.get(reminderRule.at) : undefined
  if (object === undefined || field === undefined || entry.after === null) return undefined
  const due = entry.after[field.wire]
  if (due === undefined) return undefined
  const { recordId, at } = entry
  return { recordId, objectKey: object.key, due: typeof due === 'string' ? due : null, at }
}
