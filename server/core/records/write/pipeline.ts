import { permit, seenOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Issue, invalidInput } from '#shared/errors.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { Runner } from '../database.ts'
import { withHolder } from '../ownership/check-ownership.ts'
import { filesIn, noteFiles } from './file-uses.ts'
import { checkRequired } from './input.ts'
import { writeLinks } from './links.ts'
import { permitOwners } from './owners.ts'
import { planOf, type WritePlan } from './plan.ts'
import { checkCount, deriveColumns, type Prepared, readRows, stepsFor } from './prepare.ts'
import { checkReferences } from './references.ts'
import { explain } from './refusals.ts'
import { sealColumns } from './seal.ts'
import { announceSteps } from './step.ts'
import { inTransaction, withCatalogue } from './transaction.ts'
import { readBack, type Written } from './written.ts'

/** What sets creating and changing apart. */
export interface Verb {
  readonly action: 'create' | 'update'
  /** Whether the statement alone writes all or none of so many rows. */
  readonly wholeAlone: (rows: number) => boolean
  /** Gives rows what they become only in view of what they are; asked within the transaction, before everything else. */
  readonly complete?: (
    cx: Context,
    client: Runner,
    plan: WritePlan,
    rows: readonly Prepared[],
  ) => Promise<void>
  /** Gives rows what steps compare with. */
  readonly beforeSteps?: (
    cx: Context,
    client: Runner,
    plan: WritePlan,
    rows: readonly Prepared[],
  ) => Promise<void>
  /** Rows into the table and the change log, in one statement. */
  readonly write: (
    cx: Context,
    on: Runner,
    catalogue: Catalogue,
    plan: WritePlan,
    rows: readonly Prepared[],
  ) => Promise<Written>
}

export interface WriteOptions {
  /** Whether the request is one record, so that issues name no row. */
  readonly single?: boolean
  /** Lets `createdAt` and what the door keeps be given. */
  readonly backdated?: boolean
  /** Goes around the write, in its transaction. */
  readonly around?:
    | ((client: Runner, write: () => Promise<Written>, catalogue: Catalogue) => Promise<Written>)
    | undefined
}

/**
 * The write door: permit, validate, compute, write, append to the change log, in one transaction and at times in one
 * statement.
 * @throws AppError with an issue for each bad input, and what the verb throws
 */
export async function writeRecords(
  cx: Context,
  name: string,
  inputs: readonly unknown[],
  verb: Verb,
  { single = false, backdated = false, around }: WriteOptions,
): Promise<Written> {
  checkCount(inputs)
  return withCatalogue(cx, inputs.length, async (catalogue) => {
    const seen = seenOf(cx, catalogue).object(name)
    permit(cx, verb.action, seen)
    const object = catalogue.byKey(seen.key)!
    const plan = planOf(object, catalogue)
    const create = verb.action === 'create'
    const rows = readRows(cx, catalogue, plan, inputs, { create, list: !single, backdated, seen })
    if (create) permitOwners(cx, plan, rows)
    const steps = stepsFor(cx, plan, rows, create)
    await checkReferences(cx, catalogue, plan, rows)
    const alone =
      around === undefined &&
      verb.wholeAlone(rows.length) &&
      rows.every(({ links }) => links.size === 0) &&
      filesIn(plan, rows).length === 0 &&
      steps.every(({ stamp, follow }) => stamp === undefined && follow === undefined)
    try {
      const written = alone
        ? await writeRows(cx, cx.workspace.pool, catalogue, plan, rows, verb)
        : await inTransaction(cx, async (client) => {
            const write = () => writeWithin(cx, client, catalogue, plan, rows, verb)
            return around === undefined ? write() : around(client, write, catalogue)
          })
      cx.announce()
      announceSteps(cx, steps)
      return written
    } catch (error) {
      const refusal = explain(error, { object, catalogue, language: cx.language, rows })
      throw await withHolder(cx, name, inputs, refusal)
    }
  })
}

/** The part of a write that needs its transaction: stamps, rows, links, and what follows from them. */
export async function writeWithin(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
  verb: Verb,
): Promise<Written> {
  await verb.complete?.(cx, client, plan, rows)
  const steps = stepsFor(cx, plan, rows, verb.action === 'create')
  if (steps.length > 0) await verb.beforeSteps?.(cx, client, plan, rows)
  for (const step of steps) await step.stamp?.({ cx, client, rows })
  // Before encrypted texts are sealed, and tell nothing any more.
  const uses = filesIn(plan, rows)
  const written = await writeRows(cx, client, catalogue, plan, rows, verb)
  const linked = rows.filter(({ links }) => links.size > 0)
  if (linked.length > 0) await writeLinks(cx, client, catalogue, plan, linked, verb.action === 'create')
  await noteFiles(cx, client, plan, uses)
  for (const step of steps) await step.follow?.({ cx, client, rows, action: verb.action })
  return linked.length === 0 ? written : readBack(cx, client, catalogue, plan.object.key, written.ids)
}

async function writeRows(
  cx: Context,
  on: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
  verb: Verb,
): Promise<Written> {
  const issues: Issue[] = []
  const create = verb.action === 'create'
  for (const row of rows) checkRequired(row, plan, cx, { create, path: row.path, issues })
  if (issues.length > 0) throw invalidInput(issues)
  await deriveColumns(cx, plan, rows)
  sealColumns(cx, plan, rows)
  return verb.write(cx, on, catalogue, plan, rows)
}
