import { catalogueOf, permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { collationOf } from '#server/core/metadata/collation.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { compile } from '#shared/expression/index.ts'
import type { Language } from '#shared/language.ts'
import { nearest } from '#shared/nearest.ts'
import { conditionsOf, from, namesCurrency } from '../conditions.ts'
import { run } from '../database.ts'
import { placed } from '../place.ts'
import { scopeFor } from '../scope.ts'
import { searchWords } from '../search.ts'
import { columnOf, havingSql } from './having.ts'
import { groupOutput, measureOutput, type Output } from './output.ts'
import type { AggregateQuery } from './query.ts'

export type { AggregateQuery } from './query.ts'

/**
 * Figures over an object's records: one row for each group, its groups and measures by name.
 * @returns JSON text `{"data": […]}`, built by PostgreSQL
 * @throws AppError `invalid_measure`, `not_groupable`, `unknown_parameter`, those of the expression language
 */
export async function aggregateRecords(cx: Context, name: string, query: AggregateQuery): Promise<string> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  const { groupBy = [], measures = [{ fn: 'count' as const }], limit = 1_000 } = query
  const { filter: condition, having: wanted } = query
  const filter =
    condition === undefined
      ? undefined
      : placed('/filter', () => compile(condition, catalogue, object, 'boolean'))
  const grouped = groupBy.some(
    (group) => (typeof group === 'string' ? group : group.expression) === 'currency',
  )
  const ownCurrency = grouped || (filter !== undefined && namesCurrency(filter))
  const scope = placed('/at', () => scopeFor(cx, { catalogue, object, at: query.at, ownCurrency }))
  const { parameters } = scope
  const groups = groupBy.map((group, index) => placed(`/groupBy/${index}`, () => groupOutput(group, scope)))
  const outputs = [
    ...groups,
    ...measures.map((measure, index) => placed(`/measures/${index}`, () => measureOutput(measure, scope))),
  ]
  if (outputs.length === 0) {
    throw invalidInput([{ path: '/measures', code: 'required', parameters: { label: 'measures' } }])
  }
  refuseDoubles(outputs)
  const conditions = conditionsOf(scope, filter, searchWords(query.search ?? ''))

  const columns = outputs.map(({ sql }, index) => `${sql} as ${columnOf(index)}`).join(', ')
  const by = groups.length === 0 ? '' : `group by ${groups.map((_, index) => index + 1).join(', ')}`
  const results = `select ${columns} ${from(scope)} where ${conditions.join(' and ')} ${by}`
  const having =
    wanted === undefined ? '' : `where ${placed('/having', () => havingSql(wanted, outputs, scope))}`
  const order = placed('/sort', () => orderOf(query.sort, outputs, groups.length, cx.workspace.language))
  // Names are data: as a column's name PostgreSQL would cut them at 63 bytes.
  const printed = outputs
    .map((output, index) => `${parameters.add(output.name, 'text')}, ${printSql(output, columnOf(index))}`)
    .join(', ')
  const text = `select coalesce(json_agg(r.json), '[]')::text
    from (select json_build_object(${printed}) as json from (${results}) a ${having} ${order} limit ${limit}) r`
  const rows = await run(cx.workspace.queryPool, { text, values: parameters.values })
  return `{"data":${rows[0]?.[0] ?? '[]'}}`
}

function refuseDoubles(outputs: readonly Output[]): void {
  const names = outputs.map(({ name }) => name)
  const double = names.find((name, index) => names.indexOf(name) !== index)
  if (double !== undefined) throw new AppError('name_taken', { name: double })
}

function printSql({ type, isMoney }: Output, column: string): string {
  if (isMoney) return `trim_scale(a.${column})::text`
  if (type === 'number') return `trim_scale(a.${column})`
  if (type === 'dateTime') return `replace((a.${column} at time zone 'UTC')::text, ' ', 'T') || 'Z'`
  return `a.${column}`
}

function orderOf(
  sort: AggregateQuery['sort'],
  outputs: readonly Output[],
  groups: number,
  language: Language,
): string {
  const given = typeof sort === 'string' ? splitSort(sort) : (sort ?? [])
  const keys = given.map((item) => {
    const descending = item.startsWith('-')
    const name = item.replace(/^[-+]/, '').trim()
    const index = outputs.findIndex((output) => output.name === name)
    const names = outputs.map((output) => output.name)
    if (index < 0) throw new AppError('unknown_parameter', { name: item, suggestion: nearest(name, names) })
    return `${ordered(outputs[index]!, index, language)}${descending ? ' desc' : ''} nulls last`
  })
  const rest = outputs
    .slice(0, groups)
    .map((output, index) => `${ordered(output, index, language)} nulls last`)
  const all = [...keys, ...rest]
  return all.length === 0 ? '' : `order by ${all.join(', ')}`
}

/** `-sum(a, b),name` → its names: commas inside parentheses and quotes do not part. */
function splitSort(text: string): string[] {
  return text.match(/(?:[^,("]|\([^)]*\)|"[^"]*")+/g)?.map((part) => part.trim()) ?? []
}

const ordered = ({ type }: Output, index: number, language: Language): string =>
  type === 'text' ? `a.${columnOf(index)} collate "${collationOf(language)}"` : `a.${columnOf(index)}`
