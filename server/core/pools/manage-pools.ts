import { catalogueOf, rolesWithRight } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { placed } from '#server/core/records/place.ts'
import { unknownField } from '#server/core/records/projection.ts'
import { checkGrantee, granteeText } from '#server/core/sharing/grantee.ts'
import { keptCondition } from '#server/core/sharing/kept-condition.ts'
import { announceShare } from '#server/core/sharing/topic.ts'
import { poolShows } from '#shared/access/pool-field.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import { AppError } from '#shared/errors.ts'
import type { SyntaxNode } from '#shared/expression/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { NewPool, Pool, PoolChange } from '#shared/operations/pools.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type PoolRow, poolColumns, presentPool } from './pool-row.ts'

/**
 * @throws AppError of the expression language; `unknown_object`, `unknown_field`, `field_beyond_pool`, `grantee_missing`,
 * `beyond_own_access`
 */
export async function createPool(cx: Context, input: NewPool): Promise<Pool> {
  const { pool, schema } = cx.workspace
  const object = catalogueOf(cx).object(input.object)
  permitOpening(cx, object)
  const stored = await storedOf(cx, object, input, [])
  const { rows } = await pool.query<PoolRow>({
    text: `insert into ${schema}._pool (id, object_key, name, condition, fields, grantees)
      values ($1, $2, $3, $4, $5, $6) returning ${poolColumns}`,
    values: [uuidv7(), object.key, input.name, stored.condition, stored.fields, stored.grantees],
  })
  return told(cx, object, rows[0]!, [])
}

/** @throws AppError `pool_missing`, `version_conflict` and what making one throws */
export async function updatePool(
  cx: Context,
  id: string,
  change: PoolChange,
  expected: number | undefined,
): Promise<Pool> {
  const { pool, schema } = cx.workspace
  const found = await pool.query<PoolRow>({
    text: `select ${poolColumns} from ${schema}._pool where id = $1`,
    values: [id],
  })
  const before = found.rows[0]
  const object = before && catalogueOf(cx).byKey(before.object_key)
  if (before === undefined || object === undefined) throw new AppError('pool_missing')
  permitOpening(cx, object)
  const stored = await storedOf(cx, object, change, before.fields)
  const { rows } = await pool.query<PoolRow>({
    text: `update ${schema}._pool set name = $3, condition = $4, fields = $5, grantees = $6, version = version + 1, updated_at = now()
      where id = $1 and version = $2 returning ${poolColumns}`,
    values: [
      id,
      expected ?? before.version,
      change.name ?? before.name,
      stored.condition === undefined ? asJson(before.condition) : stored.condition,
      stored.fields ?? before.fields,
      stored.grantees ?? before.grantees,
    ],
  })
  if (rows[0] === undefined)
    throw new AppError('version_conflict', { actual: before.version, expected: expected ?? before.version })
  return told(cx, object, rows[0], before.grantees)
}

/** @throws AppError `pool_missing` */
export async function deletePool(cx: Context, id: string): Promise<void> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<PoolRow>({
    text: `delete from ${schema}._pool where id = $1 returning ${poolColumns}`,
    values: [id],
  })
  if (rows[0] === undefined) throw new AppError('pool_missing')
  const { name, object_key, grantees } = rows[0]
  await recordAudit(cx, { kind: 'poolChanged', details: { pool: id, name, action: 'delete' } })
  const object = cx.workspace.catalogue().byKey(object_key)
  if (object !== undefined) await announcePool(cx, object, grantees)
}

/**
 * The pool as the API gives it, once its members know of it.
 * @param before those who were its members until now
 */
async function told(
  cx: Context,
  object: CatalogueObject,
  row: PoolRow,
  before: readonly string[],
): Promise<Pool> {
  const pool = presentPool(object, row, cx, true)
  await recordAudit(cx, { kind: 'poolChanged', object: object.name, details: { pool: { ...pool } } })
  await announcePool(cx, object, [...before, ...row.grantees])
  return pool
}

/** Tells the members of a pool, and those who keep pools. */
async function announcePool(cx: Context, object: CatalogueObject, members: readonly string[]): Promise<void> {
  const keepers = await rolesWithRight(cx.workspace, 'roles')
  for (const grantee of new Set([...members, ...keepers.map((id) => `role:${id}`)]))
    announceShare(cx, grantee, object.name)
}

/** A pool opens what its keeper sees: all records of the object. @throws AppError `beyond_own_access` */
function permitOpening(cx: Context, { key, name }: CatalogueObject): void {
  if (scopeOf(cx.access.permissions, key, 'read') !== 'all')
    throw new AppError('beyond_own_access', { what: `${name}.read` })
}

const asJson = (condition: SyntaxNode | null): string | null =>
  condition === null ? null : JSON.stringify(condition)

/**
 * What is given of a pool, as it is kept; undefined of what is not given.
 * @param before keys of the fields that it shows so far: those that who asks may not know stay
 */
async function storedOf(
  cx: Context,
  object: CatalogueObject,
  { condition, fields, members }: PoolChange,
  before: readonly string[],
) {
  for (const member of members ?? []) await checkGrantee(cx, member)
  return {
    condition: condition == null ? condition : JSON.stringify(keptCondition(cx, object, condition)),
    fields: fields && [
      ...placed('/fields', () => fields.map((name) => shownKey(object, name))),
      ...before.filter((key) => object.fieldByKey.get(key) === undefined),
    ],
    grantees: members?.map(granteeText),
  }
}

/** @throws AppError `unknown_field`, `field_beyond_pool` */
function shownKey(object: CatalogueObject, name: string): string {
  const field = object.fieldByName.get(name)
  if (field === undefined) throw unknownField(object, name)
  if (!poolShows(field.type)) throw new AppError('field_beyond_pool', { field: name })
  return field.key
}
