import { permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Issue, invalidInput } from '#shared/errors.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import { claimKey, type Idempotency, keepResult } from './idempotency.ts'
import { checkRequired } from './input.ts'
import { insertStatement } from './insert.ts'
import { writeLinks } from './links.ts'
import { planOf, type WritePlan } from './plan.ts'
import { checkCount, deriveColumns, type Prepared, readRows, stepsFor } from './prepare.ts'
import { checkReferences } from './references.ts'
import { explain } from './refusals.ts'
import { inTransaction, withCatalogue } from './transaction.ts'
import { arrange, readBack, type Written } from './written.ts'

export interface CreateOptions {
  readonly idempotency?: Idempotency | undefined
  /** Whether the request is one record, so that issues name no row. */
  readonly single?: boolean
  /** Gives ids alone, where the records themselves are not wanted. */
  readonly idsOnly?: boolean
  /** Lets `createdAt` and what the door keeps be given. */
  readonly backdated?: boolean
}

/**
 * Creates records, all or none.
 * @param inputs wire JSON of each, 1…10,000
 * @throws AppError with an issue for each bad input; `value_not_unique`, `id_taken`, `not_permitted`
 */
export async function createRecords(
  cx: Context,
  name: string,
  inputs: readonly unknown[],
  options: CreateOptions = {},
): Promise<Written> {
  checkCount(inputs)
  return withCatalogue(cx, inputs.length, async (catalogue) => {
    const object = catalogue.object(name)
    permit(cx, 'create', object)
    const plan = planOf(object, catalogue)
    const list = options.single !== true
    const rows = readRows(cx, catalogue, plan, inputs, {
      create: true,
      list,
      backdated: options.backdated === true,
    })
    await checkReferences(cx, plan, rows)
    const idempotent = options.idempotency
    const alone = idempotent === undefined && stepsFor(cx, plan, rows, true).length === 0
    const linked = rows.some(({ links }) => links.size > 0)
    try {
      const written =
        alone && !linked
          ? await insertRows(cx, cx.workspace.pool, catalogue, plan, rows, options.idsOnly !== true)
          : await inTransaction(cx, async (client) => {
              const made = idempotent && (await claimKey(cx, client, idempotent))
              if (made !== undefined) return readBack(cx, client, catalogue, object, made)
              const result = await createWithin(cx, client, catalogue, plan, rows)
              if (idempotent !== undefined) await keepResult(cx, client, idempotent, result.ids)
              return result
            })
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

/** The rest of a creation inside a transaction: stamps, rows, links, and what follows from them. */
export async function createWithin(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
): Promise<Written> {
  const steps = stepsFor(cx, plan, rows, true)
  for (const step of steps) await step.stamp?.({ cx, client, rows })
  const inserted = await insertRows(cx, client, catalogue, plan, rows, true)
  const linked = rows.filter(({ links }) => links.size > 0)
  if (linked.length > 0) await writeLinks(cx, client, catalogue, plan, linked, true)
  for (const step of steps) await step.follow?.({ cx, client, rows, action: 'create' })
  return linked.length === 0 ? inserted : readBack(cx, client, catalogue, plan.object, inserted.ids)
}

async function insertRows(
  cx: Context,
  on: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
  withJson: boolean,
): Promise<Written> {
  const issues: Issue[] = []
  for (const row of rows) {
    checkRequired(row as never, plan, cx, { create: true, path: row.path, backdated: false, issues })
  }
  if (issues.length > 0) throw invalidInput(issues)
  await deriveColumns(cx, plan, rows)
  const result = await run(on, insertStatement(cx, catalogue, plan, rows, withJson))
  return arrange(
    result,
    rows.map(({ id }) => id),
  )
}
