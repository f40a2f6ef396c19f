import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordChange } from '#web/data/index.ts'

export type Verb = 'created' | 'updated' | 'deleted' | 'restored' | 'linked' | 'unlinked'

/** One field of a change: null where it was or became blank. */
export interface FieldChange {
  readonly field: Field
  readonly before: unknown
  readonly after: unknown
}

/** A change as the history tells it. */
interface Entry {
  readonly verb: Verb
  readonly fields: readonly FieldChange[]
}

const verbs: Readonly<Record<string, Verb>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  restore: 'restored',
}

/**
 * What a change did, in the fields' own order. The doors' stamps (version, times) tell nothing and are left out, as are
 * fields that a creation left blank and fields that the object no longer has.
 */
export function entryOf(
  change: Pick<RecordChange, 'action' | 'before' | 'after' | 'link'>,
  object: CatalogueObject,
): Entry {
  const before = change.before ?? {}
  const after = change.after ?? {}
  if (change.link !== undefined) return { verb: change.link.added ? 'linked' : 'unlinked', fields: [] }
  const verb = verbs[change.action] ?? 'updated'
  if (verb === 'deleted' || verb === 'restored') return { verb, fields: [] }
  const fields = object.fields
    .filter((field) => !field.system || field.writable)
    .map((field) => ({ field, before: valueIn(before, field), after: valueIn(after, field) }))
    .filter((one) => !same(one.before, one.after))
  return { verb, fields }
}

function valueIn(values: Readonly<Record<string, unknown>>, field: Field): unknown {
  const value = values[field.wire] ?? values[field.key] ?? null
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
