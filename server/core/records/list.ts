import { catalogueOf, permit, waysTo } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { openJson } from '#server/core/encryption/sealed-json.ts'
import { quoted, type Scope } from '#server/core/expression/scope.ts'
import type { TypedNode } from '#shared/expression/index.ts'
import { compileFilter } from './compiled.ts'
import { askedOf, conditionsOf, from, namesCurrency } from './conditions.ts'
import { countRecords } from './count.ts'
import { decodeCursor, encodeCursor, fingerprintOf, readFrom } from './cursor.ts'
import { run } from './database.ts'
import { wishForIndexes } from './index-wishes.ts'
import { orderOf, orderSql, type SortKey, segmentsOf } from './order.ts'
import { mayColumn } from './own-may.ts'
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
  /** Whether each record tells, as `$may`, what of it who asks may do; of those verbs that depend on the record. Not of the past. */
  readonly may?: boolean | undefined
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
  const may = query.may === true && at === undefined ? mayColumn(cx, object, 'p', scope.parameters) : []
  const text = `select ${recordJson(projection, object, 'p', scope, may)}::text${keys} from (${page}) p`
  const statement = { text, values: scope.parameters.values }
  // Where nothing is asked but an order, its index serves whatever the values are: one plan will do for all.
  const connections = filter === undefined && words.length === 0 ? cx.workspace.pool : cx.workspace.queryPool
  const [rows, count] = await Promise.all([
    readFrom(cursor, 'cursor', run(connections, statement)),
    query.count === undefined ? undefined : countRecords(cx, object, { filter, words, at, how: query.count }),
  ])

  const more = !ranked && rows.length > limit
  const shown = more ? rows.slice(0, limit) : rows
  const next = more ? JSON.stringify(encodeCursor(fingerprint, shown.at(-1)!.slice(1))) : 'null'
  const data = shown
    .slice(0, limit)
    .map((row) => row[0])
    .join(',')
  const opened = await openJson(cx.workspace, data)
  return `{"data":[${opened}],"nextCursor":${next}${count === undefined ? '' : `,"count":${count}`}}`
}

/** So many ways to see a row are looked through one by one; among more, all rows are in their order. */
const mostWays = 16

/** One way through the rows of a list. */
interface Branch {
  readonly conditions: readonly string[]
  /** A condition that each row that meets the others is asked for in turn, in the order of the list, until the page is full. */
  readonly last?: string
}

/**
 * The conditions of a list, once for each way in which rows are this person's to see: an OR would leave every row to be
 * looked at where each way alone is an index in the list's order. A row that is seen in several ways comes by the first.
 */
function waysIn(
  cx: Context,
  scope: Scope,
  filter: TypedNode | undefined,
  words: readonly string[],
): Branch[] {
  const asked = askedOf(scope, filter, words)
  const past = scope.source(scope.object) !== `${scope.schema}.${quoted(scope.object.table)}`
  const ways = past ? undefined : waysTo(cx, 'read', scope.object, scope.alias, scope.parameters)
  if (ways === undefined || ways.length === 0) return [{ conditions: conditionsOf(scope, filter, words) }]
  const alone = ways.filter(({ kind }) => kind !== 'rule').map(({ sql }) => sql)
  const rules = ways.filter(({ kind }) => kind === 'rule').map(({ sql }) => sql)
  // Rules mostly have no index in the list's order: one way through the rows asks all of them. Where a filter narrows the
  // rows as well, that way asks everything: to plan the others takes longer than to read what they would find first.
  const narrowed = rules.length > 0 && (filter !== undefined || words.length > 0)
  if (narrowed || ways.length > mostWays) {
    const any = `(${ways.map(({ sql }) => sql).join(' or ')})`
    // PostgreSQL would reckon as if every row were asked what reads other tables.
    const correlated = ways.some((way) => way.correlated === true)
    return correlated ? [{ conditions: asked, last: any }] : [{ conditions: [any, ...asked] }]
  }
  const branches = rules.length === 0 ? alone : [...alone, `(${rules.join(' or ')})`]
  return branches.map((sql, index) => {
    const earlier = branches.slice(0, index).map((one) => `(${one}) is not true`)
    return { conditions: [sql, ...earlier, ...asked] }
  })
}

/** The rows after a cursor, from one index scan each segment; a later one runs only where the earlier ones did not fill the page. */
function orderedPage(
  scope: Scope,
  ways: readonly Branch[],
  order: readonly SortKey[],
  after: readonly (string | null)[] | undefined,
  limit: number,
): string {
  const keys = order.map(({ sql }, index) => `${sql} as k${index}`).join(', ')
  const parts = segmentsOf(order, after, scope).map((segment) => {
    const branches = ways.map(({ conditions, last }) => {
      const where = [...conditions, ...segment.conditions].join(' and ')
      const rows = `select t.*, ${keys} ${from(scope)} where ${where} order by ${orderSql(segment.keys)}`
      if (last === undefined) return `(${rows} limit ${limit})`
      // The offset keeps PostgreSQL from making one of both. Rows stay in the order in which they come; to ask for it again
      // would make it find them all before it gives the first.
      return `(select * from (${rows} offset 0) t where ${last} limit ${limit})`
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
