import type { DataKeys } from '#server/core/workspaces/workspace.ts'
import type { RecordReference } from '#shared/fields/any-record.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { TimelineChange, TimelineKind } from '#shared/operations/timeline.ts'
import { type ChangeEntry, entryOf } from './entry.ts'
import type { Found, Names, Reference } from './timeline-entry.ts'

/** An entry of the change log, a row of `entryColumns`, as a timeline tells it. */
export function loggedEntry(
  row: readonly (string | null)[],
  kind: TimelineKind,
  catalogue: Catalogue,
  keys: () => DataKeys,
): Pick<Found, 'references' | 'print'> {
  const entry = entryOf(row, catalogue, keys)
  const object = catalogue.find(entry.object)
  const record = { object: object?.key ?? entry.object, id: entry.recordId }
  const changes = kind === 'change' ? changesOf(entry, object) : []
  const named = changes.flatMap(({ field, before, after }) =>
    [before, after].flatMap((value) => referencesIn(value, object?.fieldByWire.get(field), catalogue)),
  )
  const { link } = entry
  const linked = link && { object: catalogue.find(link.object)?.key ?? link.object, id: link.id }
  return {
    references: [record, ...named, ...(linked === undefined ? [] : [linked])],
    print: (names) => ({
      kind,
      object: entry.object,
      recordId: entry.recordId,
      title: names.titleOf(record),
      actor: entry.actor,
      ...(kind === 'change' && {
        changes,
        names: titlesOf(named, names),
        currency: names.currencyOf(record),
      }),
      ...(link && linked && { link: { ...names.named(linked), field: link.field, added: link.added } }),
    }),
  }
}

function changesOf({ before, after }: ChangeEntry, object: CatalogueObject | undefined): TimelineChange[] {
  return Object.entries(after ?? {})
    .filter(([field]) => object?.fieldByWire.get(field)?.quiet !== true)
    .map(([field, value]) => ({ field, before: before?.[field] ?? null, after: value }))
}

function referencesIn(value: unknown, field: Field | undefined, catalogue: Catalogue): Reference[] {
  if (field === undefined || value === null || value === undefined) return []
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (field.type === 'anyRecord') {
    return (values as readonly RecordReference[]).map(({ object, id }) => ({
      object: catalogue.find(object)?.key ?? object,
      id,
    }))
  }
  const to = pointsTo[field.type]?.(field)
  const target = to === undefined ? undefined : catalogue.find(to)
  if (target === undefined) return []
  return values.flatMap((id) => (typeof id === 'string' ? [{ object: target.key, id }] : []))
}

const pointsTo: Partial<Record<Field['type'], (field: Field) => string | undefined>> = {
  user: () => 'user',
  relation: (field) => field.to,
  relations: (field) => field.to,
  file: () => 'file',
}

function titlesOf(references: readonly Reference[], names: Names): Record<string, string> {
  const titles = references.map((reference) => [reference.id, names.titleOf(reference)] as const)
  return Object.fromEntries(titles.flatMap(([id, title]) => (title === null ? [] : [[id, title]])))
}
