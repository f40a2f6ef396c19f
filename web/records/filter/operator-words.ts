import type { Field } from '#shared/metadata/catalogue.ts'
import type { Operator } from './condition.ts'

/** Days are earlier and later, not more and less. */
const ofDays = {
  equals: 'views.day_equals',
  atLeast: 'views.day_atLeast',
  atMost: 'views.day_atMost',
  greater: 'views.day_greater',
  less: 'views.day_less',
} as const satisfies Partial<Record<Operator, string>>

type OperatorKey = (typeof ofDays)[keyof typeof ofDays] | `views.operator_${Operator | 'isOne' | 'isNotOne'}`

const hasDays = (operator: Operator): operator is keyof typeof ofDays => Object.hasOwn(ofDays, operator)

/** What an operator is called for a field; a choice among one value “is” that value. */
export function operatorKey(operator: Operator, field: Field | undefined, values = 2): OperatorKey {
  const dated = field?.type === 'date' || field?.type === 'dateTime'
  if (dated && hasDays(operator)) return ofDays[operator]
  if (values === 1 && operator === 'anyOf') return 'views.operator_isOne'
  if (values === 1 && operator === 'noneOf') return 'views.operator_isNotOne'
  return `views.operator_${operator}`
}
