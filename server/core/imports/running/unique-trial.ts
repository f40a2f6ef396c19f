import type { Context } from '#server/core/context.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { CompiledMapping } from '../mapping/compile.ts'
import { type ImportDoors, readAll } from './doors.ts'
import { keyOf, literalOf } from './match-existing.ts'
import type { ReadRow } from './read-row.ts'
import type { KeptIssue, KeptRow } from './row-issue.ts'

interface Planned {
  readonly read: ReadRow
  readonly id: string
}

const askedAtOnce = 200

/** What a dry run would have written so far, so that it refuses what a real run would: values that have to be unique. */
export class UniqueTrial {
  readonly #mapping: CompiledMapping
  /** Row's id by the key that it is recognised by. */
  readonly #byKey = new Map<string, string>()
  /** Record's id by value, by field. */
  readonly #taken = new Map<Field, Map<string, string>>()

  constructor(mapping: CompiledMapping) {
    this.#mapping = mapping
  }

  /** The record that an earlier row of the file would have made, where this one is about the same. */
  madeBefore({ values }: ReadRow): string | undefined {
    const key = keyOf(this.#mapping.match, values)
    return key === undefined ? undefined : this.#byKey.get(key)
  }

  /** Takes in rows of one transaction; those that it would refuse come back. */
  async take(doors: ImportDoors, cx: Context, items: readonly Planned[]): Promise<KeptRow[]> {
    const { columns, object } = this.#mapping
    const issues = new Map<Planned, KeptIssue[]>()
    for (const { field, mapping } of columns) {
      if (field.unique !== true) continue
      const held = await holders(doors, cx, object, field, items)
      const taken = this.#taken.get(field) ?? new Map<string, string>()
      this.#taken.set(field, taken)
      const first = new Map<string, Planned>()
      for (const item of items) {
        const value = item.read.values[field.wire]
        if (value === undefined || value === null) continue
        const text = String(value)
        const earlier = first.get(text)
        const holder = taken.get(text) ?? held.get(text)
        if (earlier === undefined) first.set(text, item)
        if (earlier === undefined && (holder === undefined || holder === item.id)) continue
        const label = field.label[cx.language]
        const refusal =
          earlier === undefined
            ? { code: 'value_not_unique', parameters: { label, value: text } }
            : {
                code: 'duplicate_in_batch',
                parameters: { label, first: earlier.read.row.line, second: item.read.row.line },
              }
        const found = issues.get(item) ?? []
        issues.set(item, [...found, { column: mapping.column, field: field.name, ...refusal }])
      }
    }
    for (const item of items) if (!issues.has(item)) this.#keep(item)
    return [...issues].map(([{ read }, found]) => ({ row: read.row, stored: false, issues: found }))
  }

  #keep({ read, id }: Planned): void {
    const key = keyOf(this.#mapping.match, read.values)
    if (key !== undefined) this.#byKey.set(key, id)
    for (const [field, taken] of this.#taken) {
      const value = read.values[field.wire]
      if (value !== undefined && value !== null) taken.set(String(value), id)
    }
  }
}

/** Ids of the records that have the values of these rows, by value. */
async function holders(
  doors: ImportDoors,
  cx: Context,
  object: CatalogueObject,
  field: Field,
  items: readonly Planned[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const literals = [...new Set(items.flatMap(({ read }) => literalOf(read.values[field.wire], field) ?? []))]
  for (let at = 0; at < literals.length; at += askedAtOnce) {
    const filter = `${field.wire} in (${literals.slice(at, at + askedAtOnce).join(', ')})`
    for await (const record of readAll(doors, cx, object.name, { filter, fields: [field.name] }))
      found.set(String(record[field.wire]), String(record.id))
  }
  return found
}
