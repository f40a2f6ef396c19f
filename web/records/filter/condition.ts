import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** How a field is compared. Each is one shape of expression: see to-syntax.ts. */
export type Operator =
  | 'equals'
  | 'differs'
  | 'contains'
  | 'lacks'
  | 'startsWith'
  | 'anyOf'
  | 'noneOf'
  | 'less'
  | 'atMost'
  | 'greater'
  | 'atLeast'
  | 'isTrue'
  | 'isFalse'
  | 'blank'
  | 'filled'

/** One chip of the filter bar. `value` is a wire value, a list of them for anyOf and noneOf, null where none is taken. */
export interface Condition {
  readonly field: string
  readonly operator: Operator
  readonly value: unknown
}

const presence = ['blank', 'filled'] as const
const text: readonly Operator[] = ['contains', 'lacks', 'equals', 'differs', 'startsWith', ...presence]
const size: readonly Operator[] = ['greater', 'atLeast', 'less', 'atMost', 'equals', 'differs', ...presence]
const day: readonly Operator[] = ['atLeast', 'atMost', 'equals', 'greater', 'less', ...presence]
const choice: readonly Operator[] = ['anyOf', 'noneOf', ...presence]

/** Operators of each field type, the usual one first. An empty list: the type is filtered by typed expressions only. */
export const operatorsByType = {
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
  user: choice,
  relation: choice,
  multiSelect: choice,
  tags: choice,
  relations: choice,
  anyRecord: presence,
  file: presence,
  address: presence,
  json: presence,
} as const satisfies Record<FieldTypeName, readonly Operator[]>

export const operatorsOf = (field: Field): readonly Operator[] => operatorsByType[field.type]

/** Operators that need no value beside them. */
export const takesNoValue = (operator: Operator): boolean =>
  operator === 'blank' || operator === 'filled' || operator === 'isTrue' || operator === 'isFalse'

export const takesList = (operator: Operator): boolean => operator === 'anyOf' || operator === 'noneOf'

/** Whether a condition says something: a chip that is being filled in is not part of the filter yet. */
export function isComplete(condition: Condition): boolean {
  if (takesNoValue(condition.operator)) return true
  const { value } = condition
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''
}

/** Fields that a person may filter by, in the order of the object. */
export const filterFields = (object: CatalogueObject): readonly Field[] =>
  object.fields.filter((field) => field.name !== 'deletedAt' && field.name !== 'version')

/** A condition's value kept for another operator where both take the same shape of value. */
export function withOperator(condition: Condition, operator: Operator): Condition {
  const keep = takesList(condition.operator) === takesList(operator) && !takesNoValue(operator)
  return { ...condition, operator, value: keep ? condition.value : null }
}
