import { catalogueOf, permitRight, seenOf, type Way, waysTo } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import { getRecord } from '#server/core/records/index.ts'
import type { Scope } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import { AppError } from '#shared/errors.ts'
import type { ExplainedVerb, Explanation } from '#shared/operations/roles.ts'

const verbs = ['read', 'update', 'delete', 'transfer', 'export'] as const satisfies readonly ExplainedVerb[]

/**
 * What a member (the asker themselves where none is named) may do with a record, and by which of the ways that there are.
 * @throws AppError `record_missing` of what the asker cannot see, `not_permitted` for asking after others without the right
 */
export async function explain(
  cx: Context,
  { user, object: name, id }: { readonly user?: string; readonly object: string; readonly id: string },
): Promise<Explanation> {
  const about = user === undefined || user === cx.access.userId ? cx : await contextOf(cx, user)
  if ((await getRecord(cx, name, id, { fields: [] })) === undefined) throw new AppError('record_missing')
  const whole = catalogueOf(cx).object(name)
  const object = seenOf(about, cx.workspace.catalogue()).byKey(whole.key)
  const entries = await Promise.all(
    verbs.map(async (verb) => {
      const scope = scopeOf(about.access.permissions, whole.key, verb)
      if (object === undefined || scope === 'none')
        return [verb, { allowed: false, scope: 'none', by: [] }] as const
      const parameters = new Parameters()
      const ways = waysTo(about, verb, object, 't', parameters)
      if (ways === undefined) return [verb, { allowed: true, scope, by: [] }] as const
      return [verb, await reasons(about, object.table, id, scope, ways, parameters)] as const
    }),
  )
  return Object.fromEntries(entries) as Explanation
}

async function contextOf(cx: Context, userId: string): Promise<Context> {
  permitRight(cx, 'roles')
  return { ...cx, actor: { ...cx.actor, userId }, access: await cx.accessOf(userId), source: 'api' }
}

/** Each way is asked by itself. */
async function reasons(
  cx: Context,
  table: string,
  id: string,
  scope: Scope,
  ways: readonly Way[],
  parameters: Parameters,
): Promise<Explanation[ExplainedVerb]> {
  const { schema } = cx.workspace
  if (ways.length === 0) return { allowed: false, scope, by: [] }
  const tests = ways.map(({ sql }) => `(${sql}) is true`).join(', ')
  const text = `select ${tests} from ${schema}.${quoted(table)} t where t.id = ${parameters.add(id, 'uuid')}`
  const [row = []] = await run(cx.workspace.pool, { text, values: parameters.values })
  const by = ways.flatMap(({ kind, id: which }, index) =>
    row[index] === 't' ? [{ kind, ...(which !== undefined && { id: which }) }] : [],
  )
  return { allowed: by.length > 0, scope, by }
}
