import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { asRecord } from '#web/fields/record-name.tsx'
import { type Reference, referencesOf } from '#web/fields/reference.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { isDone } from '#web/records/activity/use-tick.ts'

/** A task as its list reads it. */
export interface Task {
  readonly id: string
  readonly record: RecordData
  readonly subject: string
  readonly status: string | null
  readonly done: boolean
  /** ISO 8601 UTC */
  readonly dueAt: string | undefined
  readonly remindAt: string | undefined
  readonly priority: string | undefined
  readonly assignee: { readonly id: string; readonly name: string } | undefined
  readonly about: Reference | undefined
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export function taskOf(object: CatalogueObject, record: RecordData): Task {
  const id = textOf(record.assigneeId)
  const person = asRecord(record.assignee)
  return {
    id: record.id,
    record,
    subject: titleOf(object, record),
    status: textOf(record.status) ?? null,
    done: isDone(record.status),
    dueAt: textOf(record.dueAt),
    remindAt: textOf(record.remindAt),
    priority: textOf(record.priority),
    assignee: id === undefined ? undefined : { id, name: textOf(person?.name) ?? '' },
    about: referencesOf(record.regarding)[0],
  }
}
