import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { TypedNode } from '#shared/expression/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { conditionsOf, from, namesCurrency } from './conditions.ts'
import { run } from './database.ts'
import { scopeFor } from './scope.ts'

/** Rows that an estimate counts one by one; beyond, the planner's guess is near enough. */
const countedExactly = 10_000

interface CountQuery {
  readonly filter: TypedNode | undefined
  readonly words: readonly string[]
  readonly at: string | undefined
  readonly how: 'exact' | 'estimate'
}

/** How many records a list has on all its pages. */
export async function countRecords(cx: Context, object: CatalogueObject, query: CountQuery): Promise<number> {
  const { filter, words, at, how } = query
  const ownCurrency = filter !== undefined && namesCurrency(filter)
  const scope = scopeFor(cx, { catalogue: catalogueOf(cx), object, at, ownCurrency })
  const conditions = conditionsOf(scope, filter, words).join(' and ')
  const rows = `select 1 ${from(scope)} where ${conditions}`
  const values = scope.parameters.values
  const bounded = how === 'exact' ? rows : `${rows} limit ${countedExactly + 1}`
  const [[counted] = []] = await run(cx.workspace.queryPool, {
    text: `select count(*) from (${bounded}) c`,
    values,
  })
  if (how === 'exact' || Number(counted) <= countedExactly) return Number(counted)
  const plan = await run(cx.workspace.queryPool, { text: `explain (format json) ${rows}`, values })
  const [top] = JSON.parse(plan[0]?.[0] ?? '[]') as { Plan: { 'Plan Rows': number } }[]
  return Math.max(top?.Plan['Plan Rows'] ?? 0, countedExactly)
}
