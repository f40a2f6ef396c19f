import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Field } from '#shared/metadata/catalogue.ts'

/** How a field is compared. Each is one shape of expression: see to-syntax.ts. */
export type Operator =
  | 'equals'
  | 'differs'
  | 'contains'
  | 'lacks'
  | 'startsWith'
  | 'endsWith'
  | 'anyOf'
  | 'noneOf'
  | 'less'
  | 'atMost'
  | 'greater'
  | 'atLeast'
  | 'within'
  | 'olderThan'
  | 'isTrue'
  | 'isFalse'
  | 'isMe'
  | 'isNotMe'
  | 'blank'
  | 'filled'

/**
 * One condition of a filter. `field` may be a path over relations: `company.industry`. `value` is a wire value, a list of
 * them for anyOf and noneOf, a period for within (`thisMonth`, `past:30`), days for olderThan, null where none is taken.
 */
export interface Condition {
  readonly field: string
  readonly operator: Operator
  readonly value: unknown
}

const presence = ['blank', 'filled'] as const
const text: readonly Operator[] = [
  'contains',
  'lacks',
  'equals',
  'differs',
  'startsWith',
  'endsWith',
  ...presence,
]
const size: readonly Operator[] = ['greater', 'atLeast', 'less', 'atMost', 'equals', 'differs', ...presence]
const day: readonly Operator[] = [
  'within',
  'olderThan',
  'atLeast',
  'atMost',
  'equals',
  'greater',
  'less',
  ...presence,
]
const choice: readonly Operator[] = ['anyOf', 'noneOf', ...presence]

/** Operators of each field type, the usual one first. */
const operatorsByType = {
  text,
  longText: text,
  richText: text,
  email: text,
  phone: text,
  url: text,
  autoNumber: text,
  number: size,
  money: size,
  percent: size,
  rating: size,
  date: day,
  dateTime: day,
  boolean: ['isTrue', 'isFalse'],
  select: choice,
  user: ['anyOf', 'noneOf', 'isMe', 'isNotMe', ...presence],
  relation: choice,
  multiSelect: choice,
  tags: choice,
  relations: choice,
  anyRecord: presence,
  file: presence,
  address: presence,
  json: presence,
} as const satisfies Record<FieldTypeName, readonly Operator[]>

/** `ownerId` and `createdBy` are relations to people. */
export const isPerson = (field: Field): boolean =>
  field.type === 'user' || (field.type === 'relation' && field.to === 'user')

/** Of these a keyed digest is asked, which knows equal values alone. */
const asEncrypted: readonly Operator[] = ['equals', 'differs', ...presence]

export function operatorsOf(field: Field): readonly Operator[] {
  const all: readonly Operator[] = operatorsByType[isPerson(field) ? 'user' : field.type]
  if (field.encrypted !== true) return all
  // A moment is asked for by the day that it lies in.
  return field.type === 'dateTime' ? presence : asEncrypted.filter((operator) => all.includes(operator))
}

const withoutValue: ReadonlySet<Operator> = new Set([
  'blank',
  'filled',
  'isTrue',
  'isFalse',
  'isMe',
  'isNotMe',
])

/** Operators that need no value beside them. */
export const takesNoValue = (operator: Operator): boolean => withoutValue.has(operator)

export const takesList = (operator: Operator): boolean => operator === 'anyOf' || operator === 'noneOf'

/** What kind of value stands beside an operator: operators of one kind keep it when they change places. */
const kindOf = (operator: Operator): string =>
  takesNoValue(operator)
    ? 'none'
    : takesList(operator)
      ? 'list'
      : operator === 'within' || operator === 'olderThan'
        ? operator
        : 'one'

/** Whether a condition says something: a chip that is being filled in is not part of the filter yet. */
export function isComplete(condition: Condition): boolean {
  if (takesNoValue(condition.operator)) return true
  const { value } = condition
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''
}

/** The values that operators begin with, where one is usual. */
const beginnings: Partial<Record<Operator, unknown>> = { within: 'thisMonth', olderThan: '30' }

/** A new condition on a field, with its usual operator. */
export function conditionOn(field: Field, path: string): Condition {
  const operator = operatorsOf(field)[0] ?? 'filled'
  return { field: path, operator, value: beginnings[operator] ?? null }
}

/** A condition's value kept for another operator where both take the same kind of value. */
export function withOperator(condition: Condition, operator: Operator): Condition {
  const keep = kindOf(condition.operator) === kindOf(operator)
  return { ...condition, operator, value: keep ? condition.value : (beginnings[operator] ?? null) }
}
