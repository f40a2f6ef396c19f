import { permit, seenOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { AppError } from '#shared/errors.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import { outOfReach } from './out-of-reach.ts'
import { planOf } from './plan.ts'
import { checkCount } from './prepare.ts'
import { explain } from './refusals.ts'
import { announceSteps, type ChangeAction, stepsOf, type WriteRow } from './step.ts'
import { inTransaction, withCatalogue } from './transaction.ts'
import { readBack, type Written } from './written.ts'

/** Done last in the transaction. */
type Within = (client: Runner) => Promise<void>

/**
 * Puts records into the recycle bin, along with those that a relation with `onDelete: cascade` makes parts of them.
 * @throws AppError `record_missing` when one of them is not there; then none is deleted
 */
export async function deleteRecords(
  cx: Context,
  name: string,
  ids: readonly string[],
  within?: Within,
): Promise<void> {
  await move(cx, name, ids, 'delete', within)
}

/**
 * Takes records out of the recycle bin, with the parts that went along.
 * @throws AppError `not_deleted`, `record_missing`; `value_not_unique` when another record has its place by now
 */
export async function restoreRecords(cx: Context, name: string, ids: readonly string[]): Promise<Written> {
  return move(cx, name, ids, 'restore')
}

async function move(
  cx: Context,
  name: string,
  ids: readonly string[],
  action: 'delete' | 'restore',
  within?: Within,
): Promise<Written> {
  checkCount(ids)
  return withCatalogue(cx, ids.length, async (catalogue) => {
    const seen = seenOf(cx, catalogue).object(name)
    permit(cx, 'delete', seen)
    const object = catalogue.byKey(seen.key)!
    try {
      const written = await inTransaction(cx, async (client) => {
        await run(client, { text: `select ${cx.workspace.schema}._guard($1)`, values: [catalogue.version] })
        const moved = await moveWithin(cx, client, catalogue, object, ids, action)
        if (moved.length < new Set(ids).size) {
          const rows = ids.map((id) => ({ id, path: '' }))
          throw (
            (await outOfReach(cx, client, object, rows, new Set(moved))) ??
            (await refusalOf(cx, client, object, ids, action))
          )
        }
        await within?.(client)
        return readBack(cx, client, catalogue, object.key, ids)
      })
      cx.announce()
      announceSteps(cx, stepsOf(cx, object.key))
      return written
    } catch (error) {
      throw explain(error, { object, catalogue, language: cx.language, rows: [] })
    }
  })
}

/** Moves records and their parts; the ids of those that were moved. Of parts, a restore takes what went along with the whole. */
async function moveWithin(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  object: CatalogueObject,
  ids: readonly string[],
  action: ChangeAction & ('delete' | 'restore'),
  part?: { readonly deletedAt: string | undefined },
): Promise<string[]> {
  const { schema } = cx.workspace
  const table = `${schema}.${quoted(object.table)}`
  const parameters = new Parameters()
  // Parts go along with what they are parts of, whoever sees them.
  const visible = part === undefined ? visibleRows(cx, object, 't', parameters, 'delete') : undefined
  const deletedAt = part?.deletedAt
  const state =
    action === 'delete'
      ? 't.deleted_at is null'
      : `t.deleted_at is not null${deletedAt === undefined ? '' : ` and t.deleted_at = ${parameters.add(deletedAt, 'timestamptz')}`}`
  const wanted = parameters.add(ids, 'uuid[]')
  const actor = parameters.add(cx.actor.id, 'uuid')
  const text = `with old as materialized (
      select t.id, t.version, t.deleted_at, t.updated_at, t.updated_by from ${table} t
      where t.id = any(${wanted}) and ${state}${visible ? ` and ${visible}` : ''} order by t.id for update of t
    ),
    moved as (
      update ${table} t set deleted_at = ${action === 'delete' ? 'now()' : 'null'}, updated_at = now(), updated_by = ${actor}, version = o.version + 1
      from old o where t.id = o.id returning t.id, t.version, t.deleted_at
    ),
    logged as (
      insert into ${schema}._change (object, record, version, action, actor, source, before, after)
      select ${parameters.add(object.key, 'text')}, m.id, m.version, '${action}', ${actor}, ${parameters.add(cx.source, 'text')},
        jsonb_build_object('deleted_at', o.deleted_at, 'version', o.version, 'updated_at', o.updated_at, 'updated_by', o.updated_by),
        jsonb_build_object('deleted_at', m.deleted_at)
      from moved m join old o on o.id = m.id
    )
    select m.id, o.deleted_at from moved m join old o on o.id = m.id`
  const rows = await run(client, { text, values: parameters.values })
  const moved = rows.map(([id]) => id!)
  if (moved.length === 0) return []
  const times = new Set(rows.map(([, time]) => time ?? undefined))
  for (const { object: child, field } of object.inverses) {
    if (field.onDelete !== 'cascade') continue
    const target = catalogue.object(child)
    const [found] = await run(client, {
      text: `select coalesce(json_agg(id), '[]')::text from ${schema}.${quoted(target.table)} where ${quoted(field.column)} = any($1::uuid[])`,
      values: [moved],
    })
    const parts = JSON.parse(found?.[0] ?? '[]') as string[]
    for (const time of action === 'restore' ? times : [undefined]) {
      if (parts.length > 0)
        await moveWithin(cx, client, catalogue, target, parts, action, { deletedAt: time })
    }
  }
  const plan = planOf(object, catalogue)
  const batch: WriteRow[] = moved.map((id) => ({ id, columns: {}, links: new Map(), before: null }))
  for (const step of cx.steps) {
    if (step.object === plan.object.key) await step.follow?.({ cx, client, rows: batch, action })
  }
  return moved
}

async function refusalOf(
  cx: Context,
  client: Runner,
  object: CatalogueObject,
  ids: readonly string[],
  action: 'delete' | 'restore',
): Promise<AppError> {
  if (action === 'delete') return new AppError('record_missing')
  const parameters = new Parameters()
  const seen = visibleRows(cx, object, 't', parameters)
  const text = `select count(*) from ${cx.workspace.schema}.${quoted(object.table)} t
    where t.id = any(${parameters.add(ids, 'uuid[]')})${seen === undefined ? '' : ` and ${seen}`}`
  const [row] = await run(client, { text, values: parameters.values })
  return new AppError(Number(row?.[0]) < new Set(ids).size ? 'record_missing' : 'not_deleted')
}
