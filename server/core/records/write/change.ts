import type { Context } from '#server/core/context.ts'
import { openJson } from '#server/core/encryption/sealed-json.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { type Runner, run } from '../database.ts'
import { outOfReach } from './out-of-reach.ts'
import { type Verb, type WriteOptions, writeRecords } from './pipeline.ts'
import type { WritePlan } from './plan.ts'
import { type Prepared, tableOf } from './prepare.ts'
import { updateStatement } from './update.ts'
import { arrange, type Written } from './written.ts'

interface UpdateOptions extends Pick<WriteOptions, 'single'> {
  readonly idsOnly?: boolean
  /** If-Match: the version that a single record must have. */
  readonly expected?: number | undefined
}

export const updating = ({ idsOnly = false, expected }: Omit<UpdateOptions, 'single'> = {}): Verb => ({
  action: 'update',
  // Of several rows one that is missing is known only once the others are written.
  wholeAlone: (rows) => rows === 1,
  beforeSteps: readBefore,
  async write(cx, on, catalogue, plan, rows) {
    // A caller that wants no record back is given the one that stands in its way.
    const withJson = !idsOnly || expected !== undefined
    const result = await run(on, updateStatement(cx, catalogue, plan, rows, { expected, withJson }))
    if (result.length < rows.length) {
      const found = new Set(result.map(([id]) => id))
      throw (await outOfReach(cx, on, plan.object, rows, found)) ?? missing(rows, found, plan)
    }
    const was = Number(result[0]?.[1])
    if (expected !== undefined && was !== expected) {
      const current: unknown = JSON.parse(await openJson(cx.workspace, result[0]?.at(-1) ?? 'null'))
      throw new AppError('version_conflict', { actual: was, expected }, { details: { current } })
    }
    return arrange(
      cx,
      result,
      rows.map(({ id }) => id),
    )
  },
})

/**
 * Changes records, each named by its `id`, all or none.
 * @throws AppError with an issue for each bad input; `record_missing`, `version_conflict` (with the version it has),
 * `value_not_unique`, `not_permitted`
 */
export function updateRecords(
  cx: Context,
  name: string,
  inputs: readonly unknown[],
  { single = false, ...options }: UpdateOptions = {},
): Promise<Written> {
  return writeRecords(cx, name, inputs, updating(options), { single })
}

function missing(
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
async function readBefore(
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
