import type { Stretch } from '#server/core/changes/index.ts'
import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { isMember, keepsPools, objectOf, type PoolRow, poolColumns, readPools } from './pool-row.ts'

/** News of a pool for who may look into it: its id and its object's name. */
export interface PoolNews {
  readonly pool: string
  readonly object: string
}

/** What is found of a stretch serves all who wait for it. */
const found = new WeakMap<Stretch, Promise<readonly PoolRow[]>>()

/**
 * The pools open to this person whose lists may be others now: a record of their object that has no owner, or had none, is made,
 * changed, taken or gone. Of which, and whether it meets a pool's condition, nothing is told.
 */
export async function poolNews(cx: Context, stretch: Stretch): Promise<readonly PoolNews[]> {
  const finding = found.get(stretch) ?? touched(cx.workspace, stretch)
  found.set(stretch, finding)
  return newsOf(
    cx,
    (await finding).filter((row) => isMember(cx, row) || keepsPools(cx)),
  )
}

/** All pools open to this person, for who may have missed news of any. */
export const openPools = async (cx: Context): Promise<readonly PoolNews[]> =>
  newsOf(cx, await readPools(cx, keepsPools(cx)))

const newsOf = (cx: Context, rows: readonly PoolRow[]): readonly PoolNews[] =>
  rows.flatMap((row) => {
    const object = objectOf(cx, row)
    return object === undefined ? [] : [{ pool: row.id, object: object.name }]
  })

async function touched(workspace: Workspace, { from, to, objects }: Stretch): Promise<readonly PoolRow[]> {
  const { pool, schema } = workspace
  const catalogue = workspace.catalogue()
  const { rows } = await pool.query<PoolRow>({
    text: `select ${poolColumns} from ${schema}._pool where object_key = any($1)`,
    values: [objects],
  })
  const pooled = [...new Set(rows.map((row) => row.object_key))].flatMap((key) => {
    const object = catalogue.byKey(key)
    return object === undefined ? [] : [object]
  })
  if (pooled.length === 0) return []
  const parts = pooled.map(
    ({ key, table }) => `select '${key}' as key where exists (
      select from ${schema}._change c left join ${schema}.${quoted(table)} t on t.id = c.record
      where c.xid >= pg_snapshot_xmin($1) and not pg_visible_in_snapshot(c.xid, $1) and pg_visible_in_snapshot(c.xid, $2)
        and c.object = '${key}' and (t.owner_id is null or c.before -> 'owner_id' = 'null'))`,
  )
  const { rows: keys } = await pool.query<{ key: string }>({
    text: parts.join(' union all '),
    values: [from, to],
  })
  const among = new Set(keys.map(({ key }) => key))
  return rows.filter((row) => among.has(row.object_key))
}
