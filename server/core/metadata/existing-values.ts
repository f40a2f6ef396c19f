import type pg from 'pg'
import { AppError } from '#shared/errors.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import { linkTableName } from './columns.ts'
import { digestOf, identifier, literal, qualified } from './identifier.ts'
import { type FieldRow, liveFields, type ObjectRow } from './state.ts'

/** A rule that became narrower: no living record of the table may match `predicate`. */
interface ValueCheck {
  readonly table: string
  readonly field: string
  readonly predicate: string
  /** Whether an index can tell: the predicate names only columns of the table, and they were there before. */
  readonly indexable: boolean
}

/** What the records of an object must be checked for before its metadata may go from one state to another. */
export function valueChecks(
  schema: string,
  before: readonly ObjectRow[],
  after: readonly ObjectRow[],
): ValueCheck[] {
  const known = new Map(before.map((object) => [object.key, object]))
  return after.flatMap((object) => {
    const old = known.get(object.key)
    if (old === undefined || old === object || object.removed) return []
    const oldFields = new Map(old.fields.map((field) => [field.key, field]))
    return liveFields(object).flatMap((field) => {
      const oldField = oldFields.get(field.key)
      if (oldField === field) return []
      const predicates = narrowings.flatMap((narrowing) => {
        const predicate = narrowing(field, oldField, { schema, table: object.key })
        return predicate === undefined ? [] : [predicate]
      })
      return predicates.map((predicate) => ({
        table: object.key,
        field: field.name,
        predicate: `deleted_at is null and ${predicate}`,
        indexable: oldField !== undefined && fieldTypes[field.definition.type].column !== undefined,
      }))
    })
  })
}

type Narrowing = (
  field: FieldRow,
  before: FieldRow | undefined,
  place: { schema: string; table: string },
) => string | undefined

const narrowings: readonly Narrowing[] = [
  // Required: no record is without a value.
  (field, before, { schema, table }) => {
    if (!field.definition.required || before?.definition.required) return undefined
    const { column } = fieldTypes[field.definition.type]
    if (column === undefined)
      return `not exists (select from ${qualified(schema, linkTableName(table, field.key))} where source = id)`
    return `${identifier(field.key)} is null`
  },
  // Options that go: no record has one of them.
  (field, before) => {
    const kept = field.definition.options?.map(({ value }) => value)
    if (kept === undefined || before === undefined) return undefined
    const gone = (before.definition.options ?? []).filter(({ value }) => !kept.includes(value))
    if (gone.length === 0) return undefined
    const values = `array[${gone.map(({ value }) => literal(value)).join(', ')}]::text[]`
    return fieldTypes[field.definition.type].column === 'text[]'
      ? `${identifier(field.key)} && ${values}`
      : `${identifier(field.key)} = any(${values})`
  },
  // Texts that may be no longer than this.
  (field, before) => {
    const most = field.definition.maxLength
    if (most === undefined || before === undefined || field.definition.encrypted === true) return undefined
    if (fieldTypes[field.definition.type].column !== 'text') return undefined
    const earlier = before.definition.maxLength
    return earlier !== undefined && earlier <= most
      ? undefined
      : `char_length(${identifier(field.key)}) > ${most}`
  },
  // Numbers that may be no smaller or greater than this.
  ...(['min', 'max'] as const).map(
    (bound): Narrowing =>
      (field, before) => {
        const limit = field.definition[bound]
        if (limit === undefined || before === undefined || before.definition[bound] === limit)
          return undefined
        if (field.definition.encrypted === true || fieldTypes[field.definition.type].kind !== 'number')
          return undefined
        return `${identifier(field.key)} ${bound === 'min' ? '<' : '>'} ${limit}`
      },
  ),
]

// Below this many rows a scan under the lock takes less time than anybody notices.
const smallTable = 20_000

/**
 * Makes the checks of large tables instant: an index of just the records that would break the rule, built without
 * holding anybody up. Returns how to take it away again.
 */
export async function prepareChecks(
  client: pg.ClientBase,
  schema: string,
  checks: readonly ValueCheck[],
): Promise<() => Promise<void>> {
  const made: string[] = []
  for (const check of checks) {
    if (!check.indexable) continue
    const { rows } = await client.query<{ rows: string | null }>(
      'select reltuples::bigint as rows from pg_class where oid = to_regclass($1)',
      [qualified(schema, check.table)],
    )
    if (Number(rows[0]?.rows ?? 0) < smallTable) continue
    const name = `_c_${digestOf(check.table + check.predicate)}`
    made.push(name)
    await client.query(`drop index concurrently if exists ${qualified(schema, name)}`)
    await client.query(
      `create index concurrently ${identifier(name)} on ${qualified(schema, check.table)} (id) where ${check.predicate}`,
    )
  }
  return async () => {
    for (const name of made)
      await client.query(`drop index concurrently if exists ${qualified(schema, name)}`)
  }
}

const countedAtMost = 10_000

/** @throws AppError `existing_values_conflict` naming the field and how many records stand in the way */
export async function runChecks(
  client: pg.ClientBase,
  schema: string,
  checks: readonly ValueCheck[],
): Promise<void> {
  for (const check of checks) {
    const count = await countBreaking(client, schema, check)
    if (count > 0) throw new AppError('existing_values_conflict', { name: check.field, count })
  }
}

export async function countBreaking(
  client: pg.ClientBase,
  schema: string,
  { table, predicate }: ValueCheck,
): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from (select from ${qualified(schema, table)} where ${predicate} limit ${countedAtMost}) found`,
  )
  return Number(rows[0]?.count ?? 0)
}
