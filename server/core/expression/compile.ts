import { rankSql } from '#server/core/metadata/columns.ts'
import { functions } from '#shared/expression/functions/index.ts'
import { momentByClock } from '#shared/expression/instant.ts'
import type {
  CompareNode,
  FieldNode,
  LiteralNode,
  MembershipNode,
  Type,
  TypedNode,
} from '#shared/expression/typed.ts'
import { fieldsOf } from '#shared/expression/walk.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import { functionSql } from './functions.ts'
import { joinPath, linkExists, linkTable, quoted, type Scope } from './scope.ts'

/** PostgreSQL's name of each type of the language. */
const sqlTypes: Readonly<Record<Type, string>> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'timestamptz',
  id: 'uuid',
  list: 'text[]',
  ids: 'uuid[]',
  record: 'uuid',
  address: 'jsonb',
  anyRecord: 'jsonb',
  json: 'jsonb',
  empty: 'text',
}

/**
 * SQL of a condition for WHERE, HAVING and FILTER, where NULL counts as false; so comparisons stay as they are and
 * their indexes serve them.
 */
export function conditionSql(node: TypedNode, scope: Scope): string {
  switch (node.kind) {
    case 'logical':
      return `(${conditionSql(node.left, scope)} ${node.operator} ${conditionSql(node.right, scope)})`
    case 'not':
      return `(${conditionSql(node.operand, scope)}) is not true`
    case 'compare':
      return compareSql(node, scope)
    case 'membership':
      return membershipSql(node, scope)
    case 'function':
      return functionSql(node, scope, { value: valueSql, condition: conditionSql })
    default:
      return valueSql(node, scope)
  }
}

/** SQL of a value: NULL is empty, and a boolean that was computed is never NULL. */
export function valueSql(node: TypedNode, scope: Scope): string {
  switch (node.kind) {
    case 'literal':
      return literalSql(literalValue(node, scope), node.type, scope)
    case 'field':
      return fieldSql(node, scope)
    case 'not':
    case 'logical':
    case 'compare':
    case 'membership':
      return `((${conditionSql(node, scope)}) is true)`
    case 'concatenation':
      return `nullif(coalesce(${valueSql(node.left, scope)}, '') || coalesce(${valueSql(node.right, scope)}, ''), '')`
    case 'arithmetic': {
      const left = valueSql(node.left, scope)
      const right = valueSql(node.right, scope)
      if (node.on === 'span') return `(${left} - ${right})::numeric`
      if (node.on === 'days')
        return `${scope.schema}._add_days(${left}, ${node.operator === '-' ? '-' : ''}${right})`
      if (node.operator === '*') return `${scope.schema}._multiply(${left}, ${right})`
      if (node.operator === '/') return `${scope.schema}._divide(${left}, ${right})`
      return `(${left} ${node.operator} ${right})`
    }
    case 'function': {
      const sql = functionSql(node, scope, { value: valueSql, condition: conditionSql })
      return functions[node.name].result === 'boolean' ? `(${sql} is true)` : sql
    }
  }
}

/** Moments without an offset are the asker's. */
function literalValue({ value, type }: LiteralNode, { timeZone }: Scope): string | boolean | null {
  if (type !== 'dateTime' || typeof value !== 'string') return value
  return momentByClock(value, timeZone) ?? null
}

function literalSql(value: string | boolean | null, type: Type, scope: Scope): string {
  if (value === null) return type === 'empty' ? 'null' : `null::${sqlTypes[type]}`
  return scope.parameters.add(value, sqlTypes[type])
}

/** Column of a field as the language sees it: numbers as numeric, lists never NULL-membered, amounts in one currency. */
export function fieldSql(node: FieldNode, scope: Scope): string {
  const last = node.steps.at(-1)
  if (last === undefined) return `${scope.alias}.id`
  const alias = joinPath(scope, node.steps.slice(0, -1))
  const { field, object } = last
  if (node.type === 'ids') {
    return `(select array_agg(l.target order by l.position) from ${linkTable(scope, object, field)} l where l.source = ${alias}.id)`
  }
  if (node.member !== undefined) return `nullif(${alias}.${quoted(field.column)} ->> '${node.member}', '')`
  if (field.encrypted === true) return `${alias}.${quoted(field.column)}`
  if (field.type === 'money' && !scope.ownCurrency) return `${alias}.${quoted(`_${field.key}_home`)}`
  if (field.system && field.column === 'rank') return rankSql(alias)
  const column = `${alias}.${quoted(field.column)}`
  const stored = field.system ? field.column === 'version' && 'integer' : fieldTypes[field.type].column
  return node.type === 'number' && stored !== 'numeric' ? `${column}::numeric` : column
}

function compareSql(node: CompareNode, scope: Scope): string {
  const { operator, by } = node
  const digest = digestSql(node.left, scope)
  if (digest !== undefined)
    return `${digest} ${sqlOperator(operator)} ${scope.parameters.add(digestOf(node.left, node.right, scope), 'text')}`
  const left = valueSql(node.left, scope)
  const right = valueSql(node.right, scope)
  if (by === 'day') {
    return isRange(node.left, [node.right])
      ? daySql(left, operator, right, scope)
      : `${localDay(left, scope)} ${sqlOperator(operator)} ${right}`
  }
  const ordered = operator !== '=' && operator !== '!='
  // Order by code point: what JavaScript can reckon too, whatever the database's collation is.
  if (by === 'text' && ordered) return `(${left}) collate "C" ${operator} (${right})`
  return `${left} ${sqlOperator(operator)} ${right}`
}

/** Column of the digest of an encrypted field. */
function digestSql(node: TypedNode, scope: Scope): string | undefined {
  const field = node.kind === 'field' ? node.steps.at(-1)?.field : undefined
  if (node.kind !== 'field' || field?.encrypted !== true) return undefined
  return `${joinPath(scope, node.steps.slice(0, -1))}.${quoted(digestColumn(field.key))}`
}

/** The digest that a field has where it equals a value; null where it can equal none. */
function digestOf(node: TypedNode, value: TypedNode, scope: Scope): string | null {
  if (node.kind !== 'field' || value.kind !== 'literal')
    throw new Error('an encrypted field equals literals alone')
  const { object, field } = node.steps.at(-1)!
  const literal = literalValue(value, scope)
  return literal === null ? null : scope.digest(object, field, literal)
}

const sqlOperator = (operator: CompareNode['operator']): string => (operator === '!=' ? '<>' : operator)

const localDay = (moment: string, scope: Scope): string =>
  `(${moment} at time zone ${scope.parameters.add(scope.timeZone, 'text')})::date`

/**
 * Whether days are compared as ranges of moments, which an index on the moment serves: a field against what is the same
 * for all rows. Ranges repeat both sides, so anything larger would grow with its nesting.
 */
const isRange = (moment: TypedNode, days: readonly TypedNode[]): boolean =>
  moment.kind === 'field' && days.every((day) => fieldsOf(day).length === 0)

/** A moment held against a date, as ranges of moments. */
function daySql(left: string, operator: CompareNode['operator'], date: string, scope: Scope): string {
  const zone = scope.parameters.add(scope.timeZone, 'text')
  const start = `${scope.schema}._day_start(${date}, ${zone})`
  const next = `${scope.schema}._day_start(${date} + 1, ${zone})`
  switch (operator) {
    case '=':
      return `(${left} >= ${start} and ${left} < ${next})`
    case '!=':
      return `(${left} < ${start} or ${left} >= ${next})`
    case '<':
      return `${left} < ${start}`
    case '<=':
      return `${left} < ${next}`
    case '>':
      return `${left} >= ${next}`
    case '>=':
      return `${left} >= ${start}`
  }
}

function membershipSql(node: MembershipNode, scope: Scope): string {
  const { by, items } = node
  if (items.length === 0) return 'false'
  const digest = digestSql(node.operand, scope)
  if (digest !== undefined)
    return `${digest} = any(${scope.parameters.add(
      items.map((item) => digestOf(node.operand, item, scope)),
      'text[]',
    )})`
  const operand = valueSql(node.operand, scope)
  if (by === 'day' && isRange(node.operand, items)) {
    return `(${items.map((item) => daySql(operand, '=', valueSql(item, scope), scope)).join(' or ')})`
  }
  if (by === 'ids' && node.operand.kind === 'field') {
    return linkExists(node.operand, `= any(${arraySql(items, 'uuid', scope)})`, scope)
  }
  if (by === 'list' || by === 'ids')
    return `${operand} && ${arraySql(items, by === 'list' ? 'text' : 'uuid', scope)}`
  if (by === 'day') return `${localDay(operand, scope)} = any(${arraySql(items, 'date', scope)})`
  return `${operand} = any(${arraySql(items, sqlTypes[by], scope)})`
}

function arraySql(items: readonly TypedNode[], type: string, scope: Scope): string {
  const literals = items.map((item) => (item.kind === 'literal' ? literalValue(item, scope) : undefined))
  if (!literals.includes(undefined)) return scope.parameters.add(literals, `${type}[]`)
  return `array[${items.map((item) => valueSql(item, scope)).join(', ')}]::${type}[]`
}
