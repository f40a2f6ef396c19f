import { catalogueOf, permit, seesAll } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { openJson } from '#server/core/encryption/sealed-json.ts'
import { Parameters } from '#server/core/expression/scope.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { conditionsOf, from } from './conditions.ts'
import { run, type Statement } from './database.ts'
import type { ListQuery } from './list.ts'
import { mayColumn } from './own-may.ts'
import { placed } from './place.ts'
import { projectionOf, recordJson } from './projection.ts'
import { scopeFor } from './scope.ts'

type GetQuery = Pick<ListQuery, 'fields' | 'include' | 'at' | 'may'>

/** One record as JSON text; undefined where there is none to be seen. */
export async function getRecord(
  cx: Context,
  name: string,
  id: string,
  query: GetQuery = {},
): Promise<string | undefined> {
  const object = catalogueOf(cx).object(name)
  permit(cx, 'read', object)
  const [row] = await run(cx.workspace.pool, statementFor(cx, object, id, query))
  const json = row?.[0] ?? undefined
  return json === undefined ? undefined : openJson(cx.workspace, json)
}

// Texts of the plainest reading, by object, which changes with the metadata and with what a person may know.
const plainTexts = new WeakMap<CatalogueObject, string>()

function statementFor(cx: Context, object: CatalogueObject, id: string, query: GetQuery): Statement {
  const { fields, include = [], at, may } = query
  if (fields !== undefined || include.length > 0 || at !== undefined) return compileGet(cx, object, id, query)
  if (may === true && mayColumn(cx, object, 't', new Parameters()).length > 0)
    return compileGet(cx, object, id, query)
  if (!seesAll(cx, 'read', object)) return compileGet(cx, object, id, query)
  const text = plainTexts.get(object)
  if (text !== undefined) return { text, values: [id] }
  const statement = compileGet(cx, object, id, query)
  // Only a text whose one value is the id serves the next reader as well.
  if (statement.values.length === 1) plainTexts.set(object, statement.text)
  return statement
}

function compileGet(cx: Context, object: CatalogueObject, id: string, query: GetQuery): Statement {
  const catalogue = catalogueOf(cx)
  const scope = placed('at', () => scopeFor(cx, { catalogue, object, at: query.at }))
  const projection = projectionOf(scope, object, query.fields, query.include ?? [])
  const place = scope.parameters.add(id, 'uuid')
  const conditions = conditionsOf(scope, undefined, [])
  const may = query.may === true && query.at === undefined ? mayColumn(cx, object, 't', scope.parameters) : []
  const text = `select ${recordJson(projection, object, 't', scope, may)}::text ${from(scope)} where t.id = ${place} and ${conditions.join(' and ')}`
  return { text, values: scope.parameters.values }
}
