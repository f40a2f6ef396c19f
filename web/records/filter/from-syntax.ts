import { resolvePath } from '#shared/expression/resolve.ts'
import type { SyntaxNode } from '#shared/expression/syntax.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type Condition, isPerson, type Operator, operatorsOf } from './condition.ts'
import { leadingPeriod } from './period.ts'
import { comparisons } from './to-syntax.ts'

const opposite: Partial<Record<Operator, Operator>> = {
  blank: 'filled',
  isTrue: 'isFalse',
  contains: 'lacks',
  anyOf: 'noneOf',
  equals: 'differs',
  isMe: 'isNotMe',
}

const calls: Readonly<Record<string, Operator>> = {
  isblank: 'blank',
  contains: 'contains',
  startswith: 'startsWith',
  endswith: 'endsWith',
}

const listed: ReadonlySet<string> = new Set(['multiSelect', 'tags'])
const numeric: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'rating'])
const related: ReadonlySet<string> = new Set(['user', 'relation', 'relations'])
const dated: ReadonlySet<string> = new Set(['date', 'dateTime'])

/** Reads conditions on the fields of an object, in whichever language they are written. */
interface ConditionReader {
  /** The condition that an expression is, no more and no less; undefined where it says something else. */
  readonly one: (node: SyntaxNode) => Condition | undefined
  /** The conditions that stand side by side, two of which may be one stretch of days; with what each was read from. */
  readonly several: (
    nodes: readonly SyntaxNode[],
  ) => readonly { readonly node: SyntaxNode; readonly condition: Condition | undefined }[]
}

export function conditionReader(object: CatalogueObject, catalogue: Catalogue): ConditionReader {
  /** A field, by its name, its wire name or its label in any language. */
  const fieldOf = (node: SyntaxNode): { path: string; field: Field } | undefined => {
    if (node.kind !== 'path') return undefined
    try {
      const { steps, member } = resolvePath(node, catalogue, object)
      const field = steps.at(-1)?.field
      if (field === undefined || member !== undefined) return undefined
      return { path: steps.map((step) => step.field.name).join('.'), field }
    } catch {
      return undefined
    }
  }

  const conditionOf = (
    of: SyntaxNode,
    operator: Operator,
    values: readonly SyntaxNode[],
  ): Condition | undefined => {
    const found = fieldOf(of)
    if (found === undefined) return undefined
    const read = values.map((value) => literalOf(value, found.field))
    if (read.includes(undefined)) return undefined
    const value = operator === 'anyOf' || operator === 'noneOf' ? read : (read[0] ?? null)
    return { field: found.path, operator, value }
  }

  const comparison = (left: SyntaxNode, sign: string, right: SyntaxNode): Condition | undefined => {
    const found = fieldOf(left)
    if (found === undefined) return undefined
    const { path, field } = found
    if (sign === '=' && right.kind === 'boolean')
      return right.value ? { field: path, operator: 'isTrue', value: null } : undefined
    if (right.kind === 'empty') {
      const operator = sign === '=' ? 'blank' : sign === '!=' ? 'filled' : undefined
      return operator && { field: path, operator, value: null }
    }
    if (sign === '=' && isMe(right) && isPerson(field)) return { field: path, operator: 'isMe', value: null }
    const days = sign === '<' ? daysAgo(right) : undefined
    if (days !== undefined && dated.has(field.type))
      return { field: path, operator: 'olderThan', value: days }
    const operator = operatorNames.find((name) => comparisons[name] === sign)
    if (operator === undefined) return undefined
    // A choice that equals one value is a choice among one.
    if (operator === 'equals' && operatorsOf(field).includes('anyOf'))
      return conditionOf(left, 'anyOf', [right])
    return conditionOf(left, operator, [right])
  }

  const read = (node: SyntaxNode): Condition | undefined => {
    switch (node.kind) {
      case 'path':
        return conditionOf(node, 'isTrue', [])
      case 'unary': {
        const inner = node.operator === 'not' ? read(node.operand) : undefined
        const operator = inner && opposite[inner.operator]
        return inner && operator && { ...inner, operator }
      }
      case 'call': {
        const [first, ...rest] = node.arguments
        const operator = calls[node.name.toLowerCase()]
        if (first === undefined || operator === undefined) return undefined
        const list = operator === 'contains' && listed.has(fieldOf(first)?.field.type ?? '')
        return conditionOf(first, list ? 'anyOf' : operator, rest)
      }
      case 'in':
        return conditionOf(node.operand, 'anyOf', node.items)
      case 'binary':
        return comparison(node.left, node.operator, node.right)
      default:
        return undefined
    }
  }

  const one = (node: SyntaxNode): Condition | undefined => {
    const condition = read(node)
    const field = condition && fieldAt(condition.field)
    return field && operatorsOf(field).includes(condition.operator) ? condition : undefined
  }
  const fieldAt = (path: string): Field | undefined =>
    fieldOf({
      kind: 'path',
      steps: path.split('.').map((name) => ({ name, start: 0, end: 0 })),
      start: 0,
      end: 0,
    })?.field

  const several: ConditionReader['several'] = (nodes) => {
    const found: { node: SyntaxNode; condition: Condition | undefined }[] = []
    for (let index = 0; index < nodes.length; ) {
      const node = nodes[index]!
      const period = leadingPeriod(nodes.slice(index, index + 2))
      const of = period && fieldOf(period.field)
      if (period !== undefined && of !== undefined && dated.has(of.field.type)) {
        found.push({ node, condition: { field: of.path, operator: 'within', value: period.value } })
        index += period.taken
      } else {
        found.push({ node, condition: one(node) })
        index++
      }
    }
    return found
  }
  return { one, several }
}

const operatorNames = Object.keys(comparisons) as readonly (keyof typeof comparisons)[]

const isCallOf = (node: SyntaxNode, words: readonly string[]): boolean =>
  node.kind === 'call' && node.arguments.length === 0 && words.includes(node.name.toLowerCase())

const isMe = (node: SyntaxNode): boolean => isCallOf(node, ['me', '我', '本人'])

/** `today() - 30` → `30` */
function daysAgo(node: SyntaxNode): string | undefined {
  return node.kind === 'binary' &&
    node.operator === '-' &&
    isCallOf(node.left, ['today', '今天']) &&
    node.right.kind === 'number' &&
    /^\d{1,5}$/.test(node.right.value)
    ? node.right.value
    : undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const day = /^\d{4}-\d{2}-\d{2}$/

/** The wire value that a literal is for a field; undefined where the field's own input could not show it. */
function literalOf(node: SyntaxNode, field: Field): unknown {
  if (numeric.has(field.type)) return numberOf(node, field)
  if (node.kind !== 'text' || node.value === '') return undefined
  // A text that is no id means a record by its title, which is another question.
  if (related.has(field.type)) return uuid.test(node.value) ? node.value.toLowerCase() : undefined
  if (dated.has(field.type)) return day.test(node.value) ? node.value : undefined
  if (field.options === undefined) return node.value
  return (
    field.options.find(({ value }) => value === node.value)?.value ??
    field.options.find(({ label }) => Object.values(label).includes(node.value))?.value
  )
}

function numberOf(node: SyntaxNode, field: Field): unknown {
  if (node.kind === 'unary' && node.operator === '-') {
    const inner = numberOf(node.operand, field)
    return typeof inner === 'number' ? -inner : typeof inner === 'string' ? `-${inner}` : undefined
  }
  if (node.kind !== 'number') return undefined
  // More digits than a binary fraction keeps are shown as they were written.
  if (field.type === 'money') return node.value
  return String(Number(node.value)) === node.value ? Number(node.value) : undefined
}
