import { conditionSql, valueSql } from '#server/core/expression/compile.ts'
import type { Scope } from '#server/core/expression/scope.ts'
import { AppError } from '#shared/errors.ts'
import { compile, fieldsOf, type TypedNode } from '#shared/expression/index.ts'
import type { Type } from '#shared/expression/typed.ts'
import { type AggregateQuery, type Measure, type MeasureFunction, nameOfMeasure } from './query.ts'

/** One column of the result. */
export interface Output {
  readonly name: string
  /** SQL over the rows of the object. */
  readonly sql: string
  readonly type: Type
  /** Whether it prints as a decimal text, as amounts do. */
  readonly isMoney: boolean
}

const groupable: ReadonlySet<Type> = new Set(['text', 'number', 'boolean', 'date', 'dateTime', 'id'])

type Group = NonNullable<AggregateQuery['groupBy']>[number]

/** @throws AppError `not_groupable` and those of the expression language */
export function groupOutput(group: Group, scope: Scope): Output {
  const { expression, as } = typeof group === 'string' ? { expression: group, as: undefined } : group
  const node = identified(compile(expression, scope.catalogue, scope.object))
  if (!groupable.has(node.type)) throw new AppError('not_groupable', { name: expression })
  return { name: as ?? expression, sql: valueSql(node, scope), type: node.type, isMoney: isMoney(node) }
}

/** A relation is grouped by its id. */
const identified = (node: TypedNode): TypedNode =>
  node.kind === 'field' && node.type === 'record' ? { ...node, type: 'id' } : node

const isMoney = (node: TypedNode): boolean =>
  node.type === 'number' && fieldsOf(node).some(({ steps }) => steps.at(-1)?.field.type === 'money')

const ordered: ReadonlySet<Type> = new Set(['number', 'date', 'dateTime', 'text'])
const numeric: ReadonlySet<Type> = new Set(['number'])
const anything: ReadonlySet<Type> = new Set([...groupable, 'list', 'ids', 'anyRecord', 'address', 'json'])

/** What each function takes, gives and is called in SQL. */
const functionTable: Readonly<
  Record<MeasureFunction, { takes: ReadonlySet<Type>; gives?: Type; sql: (value: string) => string }>
> = {
  count: { takes: anything, gives: 'number', sql: (value) => `count(${value})::numeric` },
  countDistinct: { takes: groupable, gives: 'number', sql: (value) => `count(distinct ${value})::numeric` },
  sum: { takes: numeric, sql: (value) => `sum(${value})` },
  avg: { takes: numeric, sql: (value) => `round(avg(${value}), 10)` },
  min: { takes: ordered, sql: (value) => `min(${value})` },
  max: { takes: ordered, sql: (value) => `max(${value})` },
}

/** @throws AppError `invalid_measure` and those of the expression language */
export function measureOutput(measure: Measure, scope: Scope): Output {
  const name = nameOfMeasure(measure)
  const { takes, gives, sql } = functionTable[measure.fn]
  const node =
    measure.field === undefined
      ? undefined
      : identified(compile(measure.field, scope.catalogue, scope.object))
  if (node !== undefined && !takes.has(node.type)) {
    throw new AppError('invalid_measure', { fn: measure.fn, field: measure.field ?? '' })
  }
  const condition =
    measure.filter === undefined
      ? undefined
      : compile(measure.filter, scope.catalogue, scope.object, 'boolean')
  const value = sql(node === undefined ? '*' : valueSql(node, scope))
  const filtered = condition === undefined ? value : withFilter(value, conditionSql(condition, scope))
  return {
    name,
    sql: filtered,
    type: gives ?? node?.type ?? 'number',
    isMoney: gives === undefined && node !== undefined && isMoney(node),
  }
}

/** `round(avg(x), 10)` → `round(avg(x) filter (where …), 10)`: FILTER belongs to the aggregate itself. */
function withFilter(aggregate: string, condition: string): string {
  const filter = ` filter (where ${condition})`
  if (aggregate.endsWith('::numeric')) return aggregate.replace(/::numeric$/, `${filter}::numeric`)
  if (aggregate.startsWith('round(')) return aggregate.replace(/, 10\)$/, `${filter}, 10)`)
  return aggregate + filter
}
