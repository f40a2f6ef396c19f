import { permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import { checkRequired } from './input.ts'
import { writeLinks } from './links.ts'
import { planOf, type WritePlan } from './plan.ts'
import { checkCount, deriveColumns, type Prepared, readRows, stepsFor, tableOf } from './prepare.ts'
import { checkReferences } from './references.ts'
import { explain } from './refusals.ts'
import { inTransaction, withCatalogue } from './transaction.ts'
import { updateStatement } from './update.ts'
import { arrange, readBack, type Written } from './written.ts'

export interface UpdateOptions {
  readonly single?: boolean
  readonly idsOnly?: boolean
  /** If-Match: the version that a single record must have. */
  readonly expected?: number | undefined
}

/**
 * Changes records, each named by its `id`, all or none.
 * @throws AppError with an issue for each bad input; `record_missing`, `version_conflict` (with the version it has),
 * `value_not_unique`, `not_permitted`
 */
export async function updateRecords(
  cx: Context,
  name: string,
  inputs: readonly unknown[],
  options: UpdateOptions = {},
): Promise<Written> {
  checkCount(inputs)
  return withCatalogue(cx, inputs.length, async (catalogue) => {
    const object = catalogue.object(name)
    permit(cx, 'update', object)
    const plan = planOf(object, catalogue)
    const list = options.single !== true
    const rows = readRows(cx, catalogue, plan, inputs, { create: false, list })
    await checkReferences(cx, plan, rows)
    const linked = rows.some(({ links }) => links.size > 0)
    // One record changes in one statement; more of them, or more than their row, need a transaction around.
    const alone = rows.length === 1 && !linked && stepsFor(cx, plan, rows, false).length === 0
    try {
      const written = alone
        ? await updateRows(cx, cx.workspace.pool, catalogue, plan, rows, options)
        : await inTransaction(cx, (client) => updateWithin(cx, client, catalogue, plan, rows, options))
      cx.announce()
      return written
    } catch (error) {
      throw explain(error, {
        object,
        catalogue,
        language: cx.language,
        rows,
        path: (row) => (row as Prepared).path,
      })
    }
  })
}

/** The rest of a change inside a transaction: stamps, rows, links, and what follows from them. */
export async function updateWithin(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
  options: UpdateOptions,
): Promise<Written> {
  const steps = stepsFor(cx, plan, rows, false)
  if (steps.length > 0) await readBefore(cx, client, plan, rows)
  for (const step of steps) await step.stamp?.({ cx, client, rows })
  const updated = await updateRows(cx, client, catalogue, plan, rows, options)
  const linked = rows.filter(({ links }) => links.size > 0)
  if (linked.length > 0) await writeLinks(cx, client, catalogue, plan, linked, false)
  for (const step of steps) await step.follow?.({ cx, client, rows, action: 'update' })
  return linked.length === 0 ? updated : readBack(cx, client, catalogue, plan.object, updated.ids)
}

async function updateRows(
  cx: Context,
  on: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
  options: UpdateOptions,
): Promise<Written> {
  const issues: Issue[] = []
  for (const row of rows) {
    checkRequired(row as never, plan, cx, { create: false, path: row.path, backdated: false, issues })
  }
  if (issues.length > 0) throw invalidInput(issues)
  await deriveColumns(cx, plan, rows)
  const { expected } = options
  // A caller that wants no record back is given the one that stands in its way.
  const withJson = options.idsOnly !== true || expected !== undefined
  const result = await run(on, updateStatement(cx, catalogue, plan, rows, { expected, withJson }))
  if (result.length < rows.length) throw missing(rows, new Set(result.map(([id]) => id)), plan)
  const was = Number(result[0]?.[1])
  if (expected !== undefined && was !== expected) {
    const current: unknown = JSON.parse(result[0]?.at(-1) ?? 'null')
    throw new AppError('version_conflict', { actual: was, expected }, { details: { current } })
  }
  return arrange(
    result,
    rows.map(({ id }) => id),
  )
}

export function missing(
  rows: readonly Prepared[],
  found: ReadonlySet<string | null | undefined>,
  plan: WritePlan,
): AppError {
  if (rows[0]?.path === '') return new AppError('record_missing')
  return invalidInput(
    rows
      .filter(({ id }) => !found.has(id))
      .map(({ id, path }) => ({
        path: `${path}/id`,
        code: 'record_not_found',
        parameters: { id, object: plan.object.name },
      })),
  )
}

/** The rows as they are, locked in the order of their ids, for steps that compare. */
export async function readBefore(
  cx: Context,
  client: Runner,
  plan: WritePlan,
  rows: readonly Prepared[],
): Promise<void> {
  const text = `select t.id, to_jsonb(t)::text from ${tableOf(cx, plan)} t where t.id = any($1::uuid[]) and t.deleted_at is null order by t.id for update`
  const found = await run(client, { text, values: [rows.map(({ id }) => id)] })
  const byId = new Map(found.map(([id, json]) => [id, JSON.parse(json ?? 'null') as Record<string, unknown>]))
  for (const row of rows) row.before = byId.get(row.id) ?? null
}
