import type { Parameters } from '#server/core/expression/scope.ts'
import { type Filter, refused } from './filter.ts'

/** What may be filtered by: SQL over the row, and how it is compared. */
export interface FilterAttribute {
  readonly sql: string
  /** `name`: case means nothing; `set`: one of several. */
  readonly as: 'exact' | 'name' | 'boolean' | 'time' | 'set'
}

export type FilterAttributes = Readonly<Record<string, FilterAttribute>>

type Compare = Extract<Filter, { compValue: unknown }>

const inOrder: Readonly<Record<string, string>> = { gt: '>', ge: '>=', lt: '<', le: '<=' }

/**
 * A condition in SQL: values are parameters, names come out of the table.
 * @throws ScimRefusal invalidFilter
 */
export function filterSql(
  filter: Filter,
  attributes: FilterAttributes,
  parameters: Parameters,
  above = '',
): string {
  const inner = (one: Filter): string => filterSql(one, attributes, parameters, above)
  switch (filter.op) {
    case 'and':
    case 'or':
      return `(${filter.filters.map(inner).join(` ${filter.op} `)})`
    case 'not':
      return `(not coalesce(${inner(filter.filter)}, false))`
    case '[]':
      return filterSql(filter.valFilter, attributes, parameters, `${plain(filter.attrPath)}.`)
    case 'pr': {
      const { sql, as } = attributeOf(attributes, above + filter.attrPath)
      return as === 'set' ? `cardinality(${sql}) > 0` : `coalesce(${sql}::text, '') <> ''`
    }
    default:
      return compareSql(filter, attributeOf(attributes, above + filter.attrPath), parameters)
  }
}

function compareSql(
  { op, compValue }: Pick<Compare, 'op' | 'compValue'>,
  { sql, as }: FilterAttribute,
  parameters: Parameters,
): string {
  if (compValue === null && (op === 'eq' || op === 'ne')) return `${sql} is ${op === 'ne' ? 'not ' : ''}null`
  if (as === 'boolean') {
    const value = parameters.add(booleanOf(compValue), 'boolean')
    return op === 'eq' ? `${sql} = ${value}` : op === 'ne' ? `${sql} <> ${value}` : fail(op)
  }
  if (typeof compValue !== 'string') throw refused(`${op} takes a text`)
  if (as === 'time') {
    if (Number.isNaN(Date.parse(compValue))) throw refused(`${compValue} is no time`)
    const value = parameters.add(compValue, 'timestamptz')
    return `${sql} ${op === 'eq' ? '=' : op === 'ne' ? '<>' : (inOrder[op] ?? fail(op))} ${value}`
  }
  const value = parameters.add(as === 'name' ? compValue.toLowerCase() : compValue, 'text')
  if (as === 'set') return op === 'eq' ? `${value} = any(${sql})` : fail(op)
  const text = as === 'name' ? `lower(${sql})` : sql
  const conditions: Readonly<Record<string, string>> = {
    eq: `${text} = ${value}`,
    ne: `${text} is distinct from ${value}`,
    co: `strpos(${text}, ${value}) > 0`,
    sw: `starts_with(${text}, ${value})`,
    ew: `right(${text}, length(${value})) = ${value}`,
  }
  return conditions[op] ?? `${text} ${inOrder[op] ?? fail(op)} ${value}`
}

function fail(op: string): never {
  throw refused(`${op} does not fit the attribute`)
}

function booleanOf(value: unknown): boolean {
  const text = String(value).toLowerCase()
  if (text !== 'true' && text !== 'false') throw refused('the attribute is true or false')
  return text === 'true'
}

/** Attributes may be named with their schema before them. */
const plain = (path: string): string =>
  path.replace(/^urn:ietf:params:scim:schemas:[\w:.]*:(?=[^:]+$)/i, '').toLowerCase()

function attributeOf(attributes: FilterAttributes, path: string): FilterAttribute {
  const name = plain(path)
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  if (attribute === undefined) throw refused(`${path} is no attribute to filter by`)
  return attribute
}
