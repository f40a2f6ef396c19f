import { seesAll, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'

const changing = ['update', 'transfer', 'delete'] as const

/**
 * The refusal of a write that did not reach all its records, where one of the rest can be seen: it is there, but not this
 * person's to change. Of what cannot be seen nobody is told whether it is there.
 */
export async function outOfReach(
  cx: Context,
  on: Runner,
  object: CatalogueObject,
  rows: readonly { readonly id: string }[],
  reached: ReadonlySet<string | null | undefined>,
): Promise<AppError | undefined> {
  const limited = changing.some((verb) => !seesAll(cx, verb, object))
  if (!limited) return undefined
  const parameters = new Parameters()
  const seen = visibleRows(cx, object, 't', parameters)
  const ids = rows.map(({ id }) => id).filter((id) => !reached.has(id))
  const text = `select t.id from ${cx.workspace.schema}.${quoted(object.table)} t
    where t.id = any(${parameters.add(ids, 'uuid[]')}) and t.deleted_at is null${seen === undefined ? '' : ` and ${seen}`} limit 1`
  const found = await run(on, { text, values: parameters.values })
  return found.length === 0 ? undefined : new AppError('not_permitted')
}
