import type { Context } from '#server/core/context.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { CompiledMapping } from '../mapping/compile.ts'
import { type ImportDoors, quote, readAll, type WireRecord } from './doors.ts'
import type { ReadRow } from './read-row.ts'

const askedAtOnce = 200

/** The values by which a row is recognised; undefined where all of them are empty, which makes it a new record. */
export function keyOf(match: readonly Field[], values: WireRecord): string | undefined {
  const parts = match.map((field) => comparable(values[field.wire]))
  return parts.every((part) => part === null) ? undefined : JSON.stringify(parts)
}

const comparable = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Ids of the records that have a row's key, for all keys of the rows. */
export async function findExisting(
  doors: ImportDoors,
  cx: Context,
  { object, match }: Pick<CompiledMapping, 'object' | 'match'>,
  rows: readonly ReadRow[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const asked = match.find(({ type }) => !coarse.has(type)) ?? match[0]
  if (asked === undefined) return found
  const wanted = new Set(rows.map(({ values }) => keyOf(match, values)).filter((key) => key !== undefined))
  const literals = [...new Set(rows.map(({ values }) => literalOf(values[asked.wire], asked)))].filter(
    (text) => text !== undefined,
  )
  for (let at = 0; at < literals.length; at += askedAtOnce) {
    const filter = `${asked.wire} in (${literals.slice(at, at + askedAtOnce).join(', ')})`
    const fields = match.map(({ name }) => name)
    for await (const record of readAll(doors, cx, object.name, { filter, fields })) {
      const key = keyOf(match, record)
      if (key === undefined || !wanted.has(key) || typeof record.id !== 'string') continue
      found.set(key, [...(found.get(key) ?? []), record.id])
    }
  }
  return found
}

/** Types that divide records into few groups: another field of the key narrows the question better. */
const coarse: ReadonlySet<Field['type']> = new Set([
  'select',
  'boolean',
  'relation',
  'user',
  'date',
  'dateTime',
])

/** A value as the expression language writes it; undefined of an empty one. */
export function literalOf(value: unknown, field: Field): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (field.type === 'number' || field.type === 'money' || field.type === 'percent') return String(value)
  return quote(String(value))
}
