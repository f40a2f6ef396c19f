import { permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { conditionsOf, from } from './conditions.ts'
import { run } from './database.ts'
import type { ListQuery } from './list.ts'
import { placed } from './place.ts'
import { projectionOf, recordJson } from './projection.ts'
import { scopeFor } from './scope.ts'

/** One record as JSON text; undefined where there is none to be seen. */
export async function getRecord(
  cx: Context,
  name: string,
  id: string,
  query: Pick<ListQuery, 'fields' | 'include' | 'at'> = {},
): Promise<string | undefined> {
  const catalogue = cx.workspace.catalogue()
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  const scope = placed('at', () => scopeFor(cx, { catalogue, object, at: query.at }))
  const projection = projectionOf(scope, object, query.fields, query.include ?? [])
  const place = scope.parameters.add(id, 'uuid')
  const conditions = conditionsOf(scope, undefined, [])
  const text = `select ${recordJson(projection, object, 't', scope)}::text ${from(scope)} where t.id = ${place} and ${conditions.join(' and ')}`
  const rows = await run(cx.workspace.pool, { text, values: scope.parameters.values })
  return rows[0]?.[0] ?? undefined
}
