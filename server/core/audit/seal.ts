import type { ClientBase } from 'pg'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { genesis, sealOf } from './chain.ts'
import { chainedEntry, type EntryRow, entryColumns } from './entry-row.ts'

const batch = 500

/**
 * Seals what has been written since: each entry gets the next place of the chain and a hash over the one before and itself.
 * Writers wait for nobody; an entry whose transaction ends later is sealed later. One process seals at a time, as the owner of
 * the schema: whoever acts as the workspace's role can seal nothing.
 */
export async function sealAudit(workspace: Workspace): Promise<void> {
  const { schema } = workspace
  const { rows } = await workspace.pool.query<{ id: string }>({
    text: `select id from ${schema}._audit_unsealed limit 1`,
  })
  if (rows.length === 0) return
  const owner = await workspace.connectAsOwner()
  try {
    for (let more = true; more; ) more = await sealBatch(owner, schema)
  } finally {
    await owner.end()
  }
}

/** @returns whether there may be more */
export async function sealBatch(owner: ClientBase, schema: string): Promise<boolean> {
  await owner.query('begin')
  try {
    const { rows: locks } = await owner.query<{ taken: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken`,
      [`kith audit ${schema}`],
    )
    const sealed = locks[0]?.taken === true ? await seal(owner, schema) : 0
    await owner.query('commit')
    return sealed === batch
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function seal(owner: ClientBase, schema: string): Promise<number> {
  const { rows: waiting } = await owner.query<{ id: string }>(
    `select distinct id from ${schema}._audit_unsealed order by id limit ${batch}`,
  )
  const ids = waiting.map(({ id }) => id)
  if (ids.length === 0) return 0
  const { rows } = await owner.query<EntryRow>(
    `select ${entryColumns} from ${schema}._audit a
      where a.id = any($1::uuid[]) and not exists (select 1 from ${schema}._audit_seal s where s.id = a.id)
      order by a.at, a.id`,
    [ids],
  )
  const { rows: last } = await owner.query<{ number: string; hash: string }>(
    `select s.number::text, encode(s.hash, 'hex') as hash from ${schema}._audit_seal s order by s.number desc limit 1`,
  )
  let number = Number(last[0]?.number ?? 0)
  let hash = last[0]?.hash ?? genesis
  // Of two rows with one id the first is sealed, and the check tells of the other.
  const entries = [...Map.groupBy(rows, (row) => row.id).values()].map(([row]) => row!)
  const seals = entries.map((row) => {
    number += 1
    hash = sealOf(hash, chainedEntry(number, row))
    return { number, id: row.id, hash }
  })
  await owner.query(
    `insert into ${schema}._audit_seal (number, id, hash)
      select number, id, decode(hash, 'hex') from json_to_recordset($1) as seal(number bigint, id uuid, hash text)`,
    [JSON.stringify(seals)],
  )
  await owner.query(`delete from ${schema}._audit_unsealed where id = any($1::uuid[])`, [ids])
  return ids.length
}
