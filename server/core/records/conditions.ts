import { conditionSql } from '#server/core/expression/compile.ts'
import type { Scope } from '#server/core/expression/scope.ts'
import { fieldsOf, type TypedNode } from '#shared/expression/index.ts'
import { searchCondition } from './search.ts'

/** FROM with the joins that conditions and order needed. */
export const from = (scope: Scope): string =>
  `from ${scope.source(scope.object)} ${scope.alias} ${scope.joins.sql.join(' ')}`

/** What a row must meet: to be there, to be seen, to pass filter and search. */
export function conditionsOf(
  scope: Scope,
  filter: TypedNode | undefined,
  words: readonly string[],
): string[] {
  const visible = scope.visible(scope.object, scope.alias)
  return [...(visible === undefined ? [] : [visible]), ...askedOf(scope, filter, words)]
}

/** What a row must meet beside being seen. */
export function askedOf(scope: Scope, filter: TypedNode | undefined, words: readonly string[]): string[] {
  return [
    filter !== undefined && names(filter, 'deleted_at') ? 'true' : `${scope.alias}.deleted_at is null`,
    ...(filter === undefined ? [] : [conditionSql(filter, scope)]),
    ...(words.length === 0 ? [] : [searchCondition(words, scope)]),
  ]
}

const names = (filter: TypedNode, column: string): boolean =>
  fieldsOf(filter).some(({ steps }) => steps.length === 1 && steps[0]!.field.column === column)

/** Amounts are compared in the workspace's currency, unless the query asks for a currency itself. */
export const namesCurrency = (filter: TypedNode): boolean => names(filter, 'currency')
