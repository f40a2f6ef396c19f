import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type MetadataOwner, tryLock } from './change.ts'
import { identifier, qualified } from './identifier.ts'
import {
  createIndexSql,
  type IndexDefinition,
  type IndexKind,
  objectIndexes,
  rankIndex,
  wantedIndex,
} from './indexes.ts'
import { numberRows } from './number-rows.ts'
import { liveFields, liveObjects, type ObjectRow } from './state.ts'
import { readState } from './store.ts'

/**
 * Makes the indexes of a workspace what rules and wishes ask for, and validates foreign keys and fills automatic
 * numbers that came later than the rows: without holding writers up, one call at a time, and going on where an earlier one was cut short. A call that
 * finds another at work waits for it, and looks again.
 */
export async function buildWantedIndexes(owner: MetadataOwner): Promise<void> {
  const client = await owner.connectAsOwner()
  try {
    while (!(await tryLock(client, `kith settle ${owner.schema}`))) await sleep(50)
    await dropLeftovers(client, owner.schema)
    await validateReferences(client, owner.schema)
    await buildMissing(client, owner)
  } finally {
    await client.end()
  }
}

/**
 * Indexes that a killed attempt left half built, or that a refused change made. Those of a change that is under way
 * are not touched: they are recognised by its lock.
 */
async function dropLeftovers(client: pg.ClientBase, schema: string): Promise<void> {
  const change = `kith change ${schema}`
  if (!(await tryLock(client, change))) return
  try {
    const state = await readState(client, schema)
    const unique = new Set(
      liveObjects(state?.objects ?? []).flatMap((object) =>
        objectIndexes(object, { schema, language: state?.settings?.language ?? 'en' })
          .filter((index) => index.unique)
          .map(({ name }) => name),
      ),
    )
    for (const { name, valid } of await presentIndexes(client, schema)) {
      const stray = name.startsWith('_c_') || (name.startsWith('_u_') && !unique.has(name))
      if (stray || (!valid && !name.startsWith('_u_')))
        await client.query(`drop index concurrently if exists ${qualified(schema, name)}`)
    }
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [change])
  }
}

async function validateReferences(client: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select c.relname as table, k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.connamespace = to_regnamespace($1) and not k.convalidated and k.contype = 'f'`,
    [identifier(schema)],
  )
  for (const { table, name } of rows)
    await client.query(`alter table ${qualified(schema, table)} validate constraint ${identifier(name)}`)
}

interface Wish {
  readonly objectKey: string
  readonly fieldKey: string
  readonly kind: IndexKind
}

async function buildMissing(client: pg.ClientBase, owner: MetadataOwner): Promise<void> {
  const { schema } = owner
  const state = await readState(client, schema)
  if (state === undefined) return
  const surroundings = { schema, language: state.settings?.language ?? owner.language }
  const objects = liveObjects(state.objects)
  await numberRows(client, schema, state)
  const { rows: wishes } = await client.query<Wish>(
    `select object_key as "objectKey", field_key as "fieldKey", kind
     from ${identifier(schema)}._index where state <> 'failed' order by wanted_at`,
  )
  const wished = wishes.flatMap((wish) => {
    const index = wishedIndex(objects, wish, surroundings)
    return index === undefined ? [] : [{ wish, index }]
  })
  const ruled = objects
    .flatMap((object) => objectIndexes(object, surroundings))
    .filter((index) => !index.unique)
  const present = new Set((await presentIndexes(client, schema)).map(({ name }) => name))
  const wanted = new Set([...ruled, ...wished.map(({ index }) => index)].map(({ name }) => name))
  for (const index of ruled)
    if (!present.has(index.name)) await client.query(createIndexSql(schema, index, 'concurrently'))
  for (const { wish, index } of wished) {
    const error = present.has(index.name) ? undefined : await build(client, schema, index)
    await client.query(
      `update ${identifier(schema)}._index set state = $4, error = $5
        where object_key = $1 and field_key = $2 and kind = $3`,
      [wish.objectKey, wish.fieldKey, wish.kind, error === undefined ? 'ready' : 'failed', error],
    )
  }
  for (const name of present)
    if (name.startsWith('_i_') && !wanted.has(name))
      await client.query(`drop index concurrently if exists ${qualified(schema, name)}`)
}

function wishedIndex(
  objects: readonly ObjectRow[],
  { objectKey, fieldKey, kind }: Wish,
  surroundings: Parameters<typeof wantedIndex>[3],
): IndexDefinition | undefined {
  const object = objects.find(({ key }) => key === objectKey)
  if (object !== undefined && fieldKey === 'rank' && kind === 'sort') return rankIndex(object)
  const field = object && liveFields(object).find(({ key }) => key === fieldKey)
  return object && field && wantedIndex(object, field, kind, surroundings)
}

/** Why an index could not be built; the half of it that is there then is taken away. */
async function build(
  client: pg.ClientBase,
  schema: string,
  index: IndexDefinition,
): Promise<string | undefined> {
  try {
    await client.query(createIndexSql(schema, index, 'concurrently'))
    return undefined
  } catch (error) {
    await client.query(`drop index concurrently if exists ${qualified(schema, index.name)}`)
    return error instanceof Error ? error.message : String(error)
  }
}

async function presentIndexes(
  client: pg.ClientBase,
  schema: string,
): Promise<{ name: string; valid: boolean }[]> {
  const { rows } = await client.query<{ name: string; valid: boolean }>(
    `select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = to_regnamespace($1) and c.relname ~ '^_[icu]_'`,
    [identifier(schema)],
  )
  return rows
}
