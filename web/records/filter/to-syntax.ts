import type { SyntaxNode } from '#shared/expression/syntax.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Condition, Operator } from './condition.ts'
import { filterField } from './filter-field.ts'
import { periodConditions } from './period.ts'
import { join, not, nowhere, path } from './syntax-parts.ts'

export const comparisons = {
  equals: '=',
  less: '<',
  atMost: '<=',
  greater: '>',
  atLeast: '>=',
} as const satisfies Partial<Record<Operator, string>>

const call = (name: string, ...args: readonly SyntaxNode[]): SyntaxNode => ({
  kind: 'call',
  name,
  arguments: args,
  ...nowhere,
})

const compared = (sign: '=' | '<' | '<=' | '>' | '>=', left: SyntaxNode, right: SyntaxNode): SyntaxNode => ({
  kind: 'binary',
  operator: sign,
  left,
  right,
  ...nowhere,
})

const numeric: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'rating'])

function literal(field: Field, value: unknown): SyntaxNode {
  const text = String(value)
  if (!numeric.has(field.type)) return { kind: 'text', value: text, ...nowhere }
  const number: SyntaxNode = { kind: 'number', value: text.replace(/^-/, ''), ...nowhere }
  return text.startsWith('-') ? { kind: 'unary', operator: '-', operand: number, ...nowhere } : number
}

const daysAgo = (days: unknown): SyntaxNode => ({
  kind: 'binary',
  operator: '-',
  left: call('today'),
  right: { kind: 'number', value: String(days), ...nowhere },
  ...nowhere,
})

/** The expression that a condition stands for; undefined where its field is no longer there. */
export function toSyntax(
  condition: Condition,
  object: CatalogueObject,
  catalogue: Catalogue,
): SyntaxNode | undefined {
  const found = filterField(condition.field, object, catalogue)
  if (found === undefined) return undefined
  const { field, steps } = found
  const { operator, value } = condition
  const of = path([...steps.slice(0, -1).map(({ name }) => name), field.wire])
  const values = Array.isArray(value) ? value : [value]
  const among: SyntaxNode = {
    kind: 'in',
    operand: of,
    items: values.map((one) => literal(field, one)),
    ...nowhere,
  }
  switch (operator) {
    case 'blank':
      return call('isBlank', of)
    case 'filled':
      return not(call('isBlank', of))
    case 'isTrue':
      return of
    case 'isFalse':
      return not(of)
    case 'isMe':
      return compared('=', of, call('me'))
    case 'isNotMe':
      return not(compared('=', of, call('me')))
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return call(operator, of, literal(field, value))
    case 'lacks':
      return not(call('contains', of, literal(field, value)))
    case 'anyOf':
      return among
    case 'noneOf':
      return not(among)
    case 'differs':
      // Not `!=`, which no empty value fulfils: what is not 5 may be nothing.
      return not(compared('=', of, literal(field, value)))
    case 'olderThan':
      return compared('<', of, daysAgo(value))
    case 'within': {
      const [first, ...rest] = periodConditions(value, of)
      return first && rest.reduce((left, right) => join('and', left, right), first)
    }
    default:
      return compared(comparisons[operator], of, literal(field, value))
  }
}
