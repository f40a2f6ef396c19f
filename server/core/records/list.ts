import { catalogueOf, permit, waysTo } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { quoted, type Scope } from '#server/core/expression/scope.ts'
import type { TypedNode } from '#shared/expression/index.ts'
import { compileFilter } from './compiled.ts'
import { askedOf, conditionsOf, from, namesCurrency } from './conditions.ts'
import { countRecords } from './count.ts'
import { decodeCursor, encodeCursor, fingerprintOf, readFrom } from './cursor.ts'
import { run } from './database.ts'
import { wishForIndexes } from './index-wishes.ts'
import { orderOf, orderSql, type SortKey, segmentsOf } from './order.ts'
import { placed } from './place.ts'
import { projectionOf, recordJson } from './projection.ts'
import { scopeFor } from './scope.ts'
import { searchOrder, searchWords } from './search.ts'

export interface ListQuery {
  /** An expression. One that speaks of `deletedAt` finds records in the recycle bin, too. */
  readonly filter?: string | undefined
  readonly sort?: readonly string[] | undefined
  readonly fields?: readonly string[] | undefined
  readonly include?: readonly string[] | undefined
  readonly search?: string | undefined
  /** 1…1000; 50. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly count?: 'exact' | 'estimate' | undefined
  /** A moment of the past, ISO 8601 UTC. */
  readonly at?: string | undefined
}

/** Matches that a search without a sort ranks; among more, any so many. */
const rankedMatches = 1_000

/**
 * One page of an object's records.
 * @returns JSON text `{"data": […], "nextCursor": …, "count"?: …}`, built by PostgreSQL
 * @throws AppError of the expression language, `invalid_cursor`, `not_sortable`, `unknown_field`
 */
export async function listRecords(cx: Context, name: string, query: ListQuery): Promise<string> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  const { limit = 50, sort = [], at } = query
  const { filter: condition } = query
  const filter =
    condition === undefined ? undefined : placed('filter', () => compileFilter(condition, catalogue, object))
  const ownCurrency = filter !== undefined && namesCurrency(filter)
  const scope = placed('at', () => scopeFor(cx, { catalogue, object, at, ownCurrency }))
  const projection = projectionOf(scope, object, query.fields, query.include ?? [])
  const words = searchWords(query.search ?? '')
  const order = placed('sort', () => orderOf(sort, scope, cx.workspace.language))
  wishForIndexes(cx, filter, sort.length === 0 ? [] : order)
  const fingerprint = fingerprintOf(name, query.filter, sort, query.search, at)
  const ranked = words.length > 0 && sort.length === 0
  const { cursor } = query
  const after =
    cursor === undefined
      ? undefined
      : placed('cursor', () => decodeCursor(cursor, fingerprint, ranked ? undefined : order.length))

  const page = ranked
    ? rankedPage(scope, conditionsOf(scope, filter, words), words, limit)
    : orderedPage(scope, waysIn(cx, scope, filter, words), order, after, limit + 1)
  const keys = ranked ? '' : order.map((_, index) => `, p.k${index}`).join('')
  const text = `select ${recordJson(projection, object, 'p', scope)}::text${keys} from (${page}) p`
  const statement = { text, values: scope.parameters.values }
  const [rows, count] = await Promise.all([
    readFrom(cursor, 'cursor', run(cx.workspace.queryPool, statement)),
    query.count === undefined ? undefined : countRecords(cx, object, { filter, words, at, how: query.count }),
  ])

  const more = !ranked && rows.length > limit
  const shown = more ? rows.slice(0, limit) : rows
  const next = more ? JSON.stringify(encodeCursor(fingerprint, shown.at(-1)!.slice(1))) : 'null'
  const data = shown
    .slice(0, limit)
    .map((row) => row[0])
    .join(',')
  return `{"data":[${data}],"nextCursor":${next}${count === undefined ? '' : `,"count":${count}`}}`
}

/** So many ways to see a row are looked through one by one; among more, all rows are in their order. */
const mostWays = 16

/**
 * The conditions of a list, once for each way in which rows are this person's to see: an OR would leave every row to be
 * looked at where each way alone is an index in the list's order. A row that is seen in several ways comes by the first.
 */
function waysIn(
  cx: Context,
  scope: Scope,
  filter: TypedNode | undefined,
  words: readonly string[],
): string[][] {
  const asked = askedOf(scope, filter, words)
  const past = scope.source(scope.object) !== `${scope.schema}.${quoted(scope.object.table)}`
  const ways = past ? undefined : waysTo(cx, 'read', scope.object, scope.alias, scope.parameters)
  if (ways === undefined || ways.length > mostWays || ways.length === 0)
    return [conditionsOf(scope, filter, words)]
  return ways.map(({ sql }, index) => [
    sql,
    ...ways.slice(0, index).map((earlier) => `(${earlier.sql}) is not true`),
    ...asked,
  ])
}

/** The rows after a cursor, from one index scan each segment; a later one runs only where the earlier ones did not fill the page. */
function orderedPage(
  scope: Scope,
  ways: readonly (readonly string[])[],
  order: readonly SortKey[],
  after: readonly (string | null)[] | undefined,
  limit: number,
): string {
  const keys = order.map(({ sql }, index) => `${sql} as k${index}`).join(', ')
  const parts = segmentsOf(order, after, scope).map((segment) => {
    const branches = ways.map((conditions) => {
      const where = [...conditions, ...segment.conditions].join(' and ')
      return `(select t.*, ${keys} ${from(scope)} where ${where} order by ${orderSql(segment.keys)} limit ${limit})`
    })
    if (branches.length === 1) return branches[0]!
    const first = order.length - segment.keys.length
    const named = segment.keys.map((key, index) => ({ ...key, sql: `w.k${first + index}` }))
    return `(select * from (${branches.join(' union all ')}) w order by ${orderSql(named)} limit ${limit})`
  })
  return parts.length === 1 ? parts[0]! : `${parts.join(' union all ')} limit ${limit}`
}

function rankedPage(
  scope: Scope,
  conditions: readonly string[],
  words: readonly string[],
  limit: number,
): string {
  const matches = `select t.* ${from(scope)} where ${conditions.join(' and ')} limit ${rankedMatches}`
  return `(select t.* from (${matches}) t order by ${searchOrder(words, scope)} limit ${limit})`
}
