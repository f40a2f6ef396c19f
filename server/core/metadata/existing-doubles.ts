import type pg from 'pg'
import { isDatabaseError } from '#server/platform/database/index.ts'
import { AppError } from '#shared/errors.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import type { Language } from '#shared/language.ts'
import { identifier, qualified } from './identifier.ts'
import { createIndexSql, objectIndexes, uniqueIndexName } from './indexes.ts'
import { type FieldRow, liveFields, type ObjectRow } from './state.ts'

interface Surroundings {
  readonly schema: string
  readonly language: Language
}

interface NewlyUnique {
  readonly object: ObjectRow
  readonly field: FieldRow
  readonly name: string
}

/**
 * Builds the unique indexes of fields that hold values and become unique, without holding writers up. From then on no
 * double can come in. Returns how to take them away again, if the change fails.
 * @throws AppError `existing_values_conflict` with the number of records that share a value
 */
export async function prepareUnique(
  client: pg.ClientBase,
  surroundings: Surroundings,
  before: readonly ObjectRow[],
  after: readonly ObjectRow[],
): Promise<() => Promise<void>> {
  const { schema } = surroundings
  const made: string[] = []
  const drop = async () => {
    for (const name of made)
      await client.query(`drop index concurrently if exists ${qualified(schema, name)}`)
  }
  for (const { object, field, name } of newlyUnique(before, after)) {
    const index = objectIndexes(object, surroundings).find(
      (candidate) => candidate.name === uniqueIndexName(object.key, field.key),
    )
    if (index === undefined) continue
    made.push(index.name)
    // An attempt that was cut short may have left one that is not valid.
    await client.query(`drop index concurrently if exists ${qualified(schema, index.name)}`)
    try {
      await client.query(createIndexSql(schema, index, 'concurrently'))
    } catch (error) {
      await drop()
      if (!isDatabaseError(error, '23505')) throw error
      const count = await countDoubles(client, schema, object.key, field)
      throw new AppError('existing_values_conflict', { name, count }, { cause: error })
    }
  }
  return drop
}

function newlyUnique(before: readonly ObjectRow[], after: readonly ObjectRow[]): NewlyUnique[] {
  const known = new Map(
    before.flatMap((object) => object.fields.map((field) => [`${object.key} ${field.key}`, field] as const)),
  )
  return after.flatMap((object) =>
    liveFields(object).flatMap((field) => {
      const old = known.get(`${object.key} ${field.key}`)
      const isNew = old !== undefined && !old.removed && !old.definition.unique && field.definition.unique
      return isNew ? [{ object, field, name: field.name }] : []
    }),
  )
}

export async function countDoubles(
  client: pg.ClientBase,
  schema: string,
  table: string,
  { key, definition }: FieldRow,
): Promise<number> {
  const column = identifier(definition.encrypted === true ? digestColumn(key) : key)
  const { rows } = await client.query<{ count: string }>(
    `select coalesce(sum(count), 0) as count from (
       select count(*) from ${qualified(schema, table)}
       where deleted_at is null and ${column} is not null group by ${column} having count(*) > 1) doubles`,
  )
  return Number(rows[0]?.count ?? 0)
}
