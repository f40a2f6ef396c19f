import { Type } from 'typebox'
import { contract } from './contract.ts'

/** What an entry tells of; an activity's own kind stands in `activity.kind`. */
export const timelineKinds = ['activity', 'task', 'change', 'created', 'deleted', 'restored', 'link'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** A record as it is named in an entry; `title` is null of one that this person does not see, or that has no title. */
export interface NamedRecord {
  readonly object: string
  readonly id: string
  readonly title: string | null
}

export interface TimelineActor {
  readonly id: string
  readonly name: string
  /** `user`, `key`, `rule`, `import`, `system` … */
  readonly kind: string
}

/** A field that changed, by wire name. Values are those of the wire; ids among them are named in the entry's `names`. */
export interface TimelineChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface TimelineActivity {
  readonly kind: string | null
  readonly outcome: string | null
  readonly subject: string | null
  readonly body: string | null
  readonly endsAt: string | null
  readonly participants: readonly NamedRecord[]
  /** Ids of the files that belong to it, in their order. */
  readonly files: readonly string[]
  /** Of If-Match, for whoever edits it in place. */
  readonly version: number
}

export interface TimelineTask {
  /** `created`: it was set; `done`: it was ticked at that time. */
  readonly event: 'created' | 'done'
  /** What it is today, as are the others. */
  readonly status: string | null
  readonly dueAt: string | null
  readonly assignee: { readonly id: string; readonly name: string | null } | null
  readonly version: number
}

/** One thing that happened to a record or to one below it. */
export interface TimelineEntry {
  /** Unique among the entries, and the same on each reading. */
  readonly id: string
  /** ISO 8601 UTC: when an activity occurred, when all else was written. */
  readonly at: string
  readonly kind: TimelineKind
  /** The record that it is: the activity, the task, or the record that was changed. */
  readonly object: string
  readonly recordId: string
  readonly title: string | null
  /** Null where nobody is known. Of an activity: who wrote it down. */
  readonly actor: TimelineActor | null
  /** Of an activity or a task: the records that it is about. */
  readonly about?: readonly NamedRecord[]
  /** Of an activity or a task, where it was asked for: what who asks may do with it, as far as it depends on the record. */
  readonly $may?: Readonly<Partial<Record<'update' | 'delete' | 'transfer', boolean>>>
  readonly activity?: TimelineActivity
  readonly task?: TimelineTask
  /** Of a change: each field that differs. */
  readonly changes?: readonly TimelineChange[]
  /** Of a link: the record whose list this one entered or left, and the name of that list’s field. */
  readonly link?: NamedRecord & { readonly field: string; readonly added: boolean }
  /** Of a change: currency of the record's amounts, null where it has none. */
  readonly currency?: string | null
  /** Titles of the records and people whose ids stand in `changes`, by id. */
  readonly names?: Readonly<Record<string, string>>
}

export interface TimelinePage {
  readonly data: readonly TimelineEntry[]
  readonly nextCursor: string | null
}

export const timelineContract = contract({
  name: 'record.timeline',
  method: 'GET',
  path: '/records/:object/:id/timeline',
  summary: 'What happened to a record and to those that point to it, the newest first',
  tag: 'Records',
  params: Type.Object({ object: Type.String({ maxLength: 80 }), id: Type.String({ format: 'uuid' }) }),
  names: { object: { name: 'object' }, record: 'id' },
  query: Type.Object(
    {
      kinds: Type.Optional(
        Type.String({
          maxLength: 1_000,
          description: `Kinds of entries (${timelineKinds.join(', ')}) and of activities (call, email …), separated by commas; all by default.`,
        }),
      ),
      search: Type.Optional(
        Type.String({ maxLength: 500, description: 'Words that the entry has to hold.' }),
      ),
      cursor: Type.Optional(
        Type.String({ maxLength: 1_000, description: '`nextCursor` of the page before.' }),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      may: Type.Optional(
        Type.Boolean({
          description:
            'Whether each activity and each task tells as `$may` what who asks may do with it: `update`, `delete`, `transfer`, as far as it depends on the record.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  errors: ['record_missing', 'invalid_cursor', 'invalid_parameter'],
})
