import type { SyntaxNode } from '#shared/expression/index.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Condition, Operator } from './condition.ts'

// Trees that are printed have no place in a text yet.
const nowhere = { start: 0, end: 0 } as const

export const comparisons = {
  equals: '=',
  differs: '!=',
  less: '<',
  atMost: '<=',
  greater: '>',
  atLeast: '>=',
} as const satisfies Partial<Record<Operator, string>>

export const call = (name: string, ...args: readonly SyntaxNode[]): SyntaxNode => ({
  kind: 'call',
  name,
  arguments: args,
  ...nowhere,
})

const path = (name: string): SyntaxNode => ({
  kind: 'path',
  steps: [{ name, ...nowhere }],
  ...nowhere,
})

const not = (operand: SyntaxNode): SyntaxNode => ({ kind: 'unary', operator: 'not', operand, ...nowhere })

export const and = (left: SyntaxNode, right: SyntaxNode): SyntaxNode => ({
  kind: 'binary',
  operator: 'and',
  left,
  right,
  ...nowhere,
})

const numeric = new Set(['number', 'money', 'percent', 'rating'])

function literal(field: Field, value: unknown): SyntaxNode {
  const text = String(value)
  if (!numeric.has(field.type)) return { kind: 'text', value: text, ...nowhere }
  const number: SyntaxNode = { kind: 'number', value: text.replace(/^-/, ''), ...nowhere }
  return text.startsWith('-') ? { kind: 'unary', operator: '-', operand: number, ...nowhere } : number
}

/** The expression that a condition stands for; undefined where its field is no longer there. */
export function toSyntax(condition: Condition, object: CatalogueObject): SyntaxNode | undefined {
  const field = object.fieldByName.get(condition.field)
  if (field === undefined) return undefined
  const { operator, value } = condition
  const of = path(field.wire)
  const values = Array.isArray(value) ? value : [value]
  switch (operator) {
    case 'blank':
      return call('isBlank', of)
    case 'filled':
      return not(call('isBlank', of))
    case 'isTrue':
      return of
    case 'isFalse':
      return not(of)
    case 'contains':
    case 'startsWith':
      return call(operator, of, literal(field, value))
    case 'lacks':
      return not(call('contains', of, literal(field, value)))
    case 'anyOf':
    case 'noneOf': {
      const among: SyntaxNode = {
        kind: 'in',
        operand: of,
        items: values.map((one) => literal(field, one)),
        ...nowhere,
      }
      return operator === 'anyOf' ? among : not(among)
    }
    default:
      return {
        kind: 'binary',
        operator: comparisons[operator],
        left: of,
        right: literal(field, value),
        ...nowhere,
      }
  }
}
