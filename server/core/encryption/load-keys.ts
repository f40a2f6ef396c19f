import { randomBytes } from 'node:crypto'
import type { Client, ClientBase } from 'pg'
import type { DataKeys } from '#server/core/workspaces/workspace.ts'
import type { Sealing } from '#server/platform/sealing/index.ts'
import { createDataKeys } from './data-keys.ts'

interface KeyRow {
  readonly id: number
  readonly purpose: 'values' | 'digests'
  readonly wrapped: Buffer
}

interface KeyOwner {
  /** Unquoted. */
  readonly schema: string
  readonly pool: { query(statement: { text: string }): Promise<{ rows: unknown[] }> }
  connectAsOwner(): Promise<Client>
}

const keyLength = 32

/** What a wrapped key is bound to. */
const wrappingPlace = (schema: string, purpose: KeyRow['purpose']): string => `${schema} ${purpose}`

/** The keys of a workspace; made where it has none yet, and wrapped anew where KITH_SECRET is another by now. */
export async function loadDataKeys(owner: KeyOwner, wrapping: Sealing): Promise<DataKeys> {
  let rows = await readRows(owner)
  if (rows.length === 0) {
    await asOwner(owner, async (client) => {
      // Whoever comes second finds them made.
      const { rowCount } = await client.query(`select from ${owner.schema}._data_key limit 1`)
      if (rowCount !== 0) return
      for (const purpose of ['values', 'digests'] as const)
        await insertKey(client, owner.schema, wrapping, purpose)
    })
    rows = await readRows(owner)
  }
  const unwrapped = rows.map((row) => ({
    ...row,
    key: wrapping.open(row.wrapped, wrappingPlace(owner.schema, row.purpose)),
  }))
  const stale = unwrapped.filter(({ wrapped }) => !wrapping.isCurrent(wrapped))
  if (stale.length > 0) {
    await asOwner(owner, async (client) => {
      for (const { id, purpose, key } of stale)
        await client.query(`update ${owner.schema}._data_key set wrapped = $2 where id = $1`, [
          id,
          wrapping.seal(key, wrappingPlace(owner.schema, purpose)),
        ])
    })
  }
  return createDataKeys({
    values: new Map(unwrapped.flatMap(({ id, purpose, key }) => (purpose === 'values' ? [[id, key]] : []))),
    digests: unwrapped.find(({ purpose }) => purpose === 'digests')!.key,
  })
}

/** Makes the key that seals from now on, as the owner of the schema. */
export const insertValuesKey = (client: ClientBase, schema: string, wrapping: Sealing): Promise<void> =>
  insertKey(client, schema, wrapping, 'values')

async function insertKey(
  client: ClientBase,
  schema: string,
  wrapping: Sealing,
  purpose: KeyRow['purpose'],
): Promise<void> {
  await client.query(`insert into ${schema}._data_key (purpose, wrapped) values ($1, $2)`, [
    purpose,
    wrapping.seal(randomBytes(keyLength), wrappingPlace(schema, purpose)),
  ])
}

async function readRows({ pool, schema }: KeyOwner): Promise<KeyRow[]> {
  const { rows } = await pool.query({
    text: `select id, purpose, encode(wrapped, 'hex') as wrapped from ${schema}._data_key order by id`,
  })
  return (rows as (Omit<KeyRow, 'wrapped'> & { wrapped: string })[]).map((row) => ({
    ...row,
    id: Number(row.id),
    wrapped: Buffer.from(row.wrapped, 'hex'),
  }))
}

/** In one transaction, while no other process makes or wraps keys of this workspace. */
async function asOwner(owner: KeyOwner, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await owner.connectAsOwner()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kith keys ${owner.schema}', 0))`)
    await work(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
