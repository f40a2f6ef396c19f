import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { granteeOf } from '#server/core/sharing/grantee.ts'
import { toldCondition } from '#server/core/sharing/kept-condition.ts'
import type { SyntaxNode } from '#shared/expression/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'

/** A row of `_pool`. */
export interface PoolRow {
  readonly id: string
  readonly object_key: string
  readonly name: string
  readonly condition: SyntaxNode | null
  /** Keys. */
  readonly fields: readonly string[]
  readonly grantees: readonly string[]
  readonly version: number
}

export const poolColumns = 'id, object_key, name, condition, fields, grantees, version'

/** Whether they keep pools, and so may look into each. */
export const keepsPools = ({ access }: Context): boolean => access.permissions.rights.includes('roles')

export const isMember = ({ access }: Context, { grantees }: PoolRow): boolean =>
  grantees.some((grantee) => access.grantees.includes(grantee))

/** The object of a pool as its looker may know it; undefined where they may not. */
export const objectOf = (cx: Context, { object_key }: PoolRow): CatalogueObject | undefined =>
  catalogueOf(cx).byKey(object_key)

/**
 * The pools that this person may look into, of objects that they may know; of all pools where `all`.
 */
export async function readPools(cx: Context, all: boolean): Promise<PoolRow[]> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<PoolRow>({
    text: `select ${poolColumns} from ${schema}._pool where $1 or grantees && $2::text[] order by object_key, name, id`,
    values: [all, cx.access.grantees],
  })
  return rows
}

/** Of which object the records of a pool are, whoever asks; undefined where there is no such pool. */
export async function pooledObject(
  workspace: Context['workspace'],
  id: string,
): Promise<CatalogueObject | undefined> {
  const { rows } = await workspace.pool.query<Pick<PoolRow, 'object_key'>>({
    text: `select object_key from ${workspace.schema}._pool where id = $1`,
    values: [id],
  })
  return rows[0] && workspace.catalogue().byKey(rows[0].object_key)
}

/** As the API gives it, by today's names; `kept` with what only who keeps pools may know. */
export function presentPool(object: CatalogueObject, row: PoolRow, cx: Context, kept: boolean): Pool {
  const { id, name, fields, version } = row
  const shown = fields.flatMap((key) => object.fieldByKey.get(key)?.name ?? [])
  const pool = { id, object: object.name, name, fields: shown, version, member: isMember(cx, row) }
  if (!kept) return pool
  const told = row.condition === null ? { condition: null } : toldCondition(cx, object.key, row.condition)
  return { ...pool, ...told, members: row.grantees.map(granteeOf) }
}
