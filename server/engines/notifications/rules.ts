import type { Source } from '#server/core/context.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'

/**
 * Who is told of what, by the keys of objects and fields.
 */

/** Fields that give a record to somebody; without an object, those of every one. */
export const assignmentRules: readonly { readonly object?: string; readonly field: string }[] = [
  { field: 'owner_id' },
  { object: 'task', field: 'assignee' },
]

/** Types of fields in which people write of one another. */
export const mentionTypes: ReadonlySet<FieldTypeName> = new Set(['longText', 'richText'])

/** A record with a moment at which the first of those that it names is reminded, unless it is closed by then. */
export const reminderRule = {
  object: 'task',
  at: 'remind_at',
  to: ['assignee', 'owner_id'],
  closed: { field: 'status', values: ['done', 'cancelled'] },
} as const

/** What the engine makes and keeps by itself is given to nobody. */
export const silentObjects: ReadonlySet<string> = new Set(['actor', 'file'])
/** What sets a workspace up tells nobody. */
export const silentSources: ReadonlySet<string> = new Set<Source>(['system'])

/** More than `most` assignments to one person by one actor with no more than `within` milliseconds between them are told as one. */
export const flood = { most: 20, within: 60_000 } as const

/** How long ago, in milliseconds, a reminder may have been due when it is set: a file of old tasks reminds of nothing. */
export const remindedLate = 5 * 60_000
