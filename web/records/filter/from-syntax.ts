import type { SyntaxNode } from '#shared/expression/index.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type Condition, type Operator, operatorsOf } from './condition.ts'
import { comparisons } from './to-syntax.ts'

const opposite: Partial<Record<Operator, Operator>> = {
  blank: 'filled',
  isTrue: 'isFalse',
  contains: 'lacks',
  anyOf: 'noneOf',
  equals: 'differs',
}

/** The condition that an expression is; undefined where it says more than a chip can. */
export function fromSyntax(node: SyntaxNode, object: CatalogueObject): Condition | undefined {
  const condition = read(node, object)
  const field = condition && object.fieldByName.get(condition.field)
  return field !== undefined && condition !== undefined && operatorsOf(field).includes(condition.operator)
    ? condition
    : undefined
}

function read(node: SyntaxNode, object: CatalogueObject): Condition | undefined {
  switch (node.kind) {
    case 'path':
      return conditionOf(node, 'isTrue', [], object)
    case 'unary': {
      const inner = node.operator === 'not' ? read(node.operand, object) : undefined
      const operator = inner === undefined ? undefined : opposite[inner.operator]
      return inner === undefined || operator === undefined ? undefined : { ...inner, operator }
    }
    case 'call': {
      const [first, ...rest] = node.arguments
      const operator = calls[node.name.toLowerCase()]
      return first === undefined || operator === undefined
        ? undefined
        : conditionOf(first, operator, rest, object)
    }
    case 'in':
      return conditionOf(node.operand, 'anyOf', node.items, object)
    case 'binary':
      return readComparison(node.left, node.operator, node.right, object)
    default:
      return undefined
  }
}

const calls: Record<string, Operator> = { isblank: 'blank', contains: 'contains', startswith: 'startsWith' }

function readComparison(
  left: SyntaxNode,
  sign: string,
  right: SyntaxNode,
  object: CatalogueObject,
): Condition | undefined {
  const operator = (Object.keys(comparisons) as (keyof typeof comparisons)[]).find(
    (name) => comparisons[name] === sign,
  )
  if (operator === undefined) return undefined
  if (right.kind === 'boolean' && operator === 'equals') {
    return right.value ? conditionOf(left, 'isTrue', [], object) : undefined
  }
  if (right.kind === 'empty') {
    if (operator === 'equals') return conditionOf(left, 'blank', [], object)
    return operator === 'differs' ? conditionOf(left, 'filled', [], object) : undefined
  }
  const field = fieldOf(left, object)
  if (field !== undefined && operatorsOf(field).includes('anyOf')) {
    // A choice that equals one value is a choice among one.
    if (operator === 'equals') return conditionOf(left, 'anyOf', [right], object)
    if (operator === 'differs') return conditionOf(left, 'noneOf', [right], object)
  }
  return conditionOf(left, operator, [right], object)
}

function conditionOf(
  of: SyntaxNode,
  operator: Operator,
  values: readonly SyntaxNode[],
  object: CatalogueObject,
): Condition | undefined {
  const field = fieldOf(of, object)
  if (field === undefined) return undefined
  const read = values.map((value) => literalOf(value, field))
  if (read.includes(undefined)) return undefined
  const value = operator === 'anyOf' || operator === 'noneOf' ? read : (read[0] ?? null)
  return { field: field.name, operator, value }
}

/** The field that a path of one step names: by API name, by wire name, or by its label in any language. */
function fieldOf(node: SyntaxNode, object: CatalogueObject): Field | undefined {
  const name = node.kind === 'path' && node.steps.length === 1 ? node.steps[0]?.name : undefined
  if (name === undefined) return undefined
  return (
    object.fieldByWire.get(name) ??
    object.fieldByName.get(name) ??
    object.fields.find((field) => Object.values(field.label).includes(name))
  )
}

function literalOf(node: SyntaxNode, field: Field): unknown {
  if (node.kind === 'number') return field.type === 'money' ? node.value : Number(node.value)
  if (node.kind === 'unary' && node.operator === '-') {
    const inner = literalOf(node.operand, field)
    return typeof inner === 'number' ? -inner : typeof inner === 'string' ? `-${inner}` : undefined
  }
  if (node.kind !== 'text') return undefined
  const option = field.options?.find((candidate) => Object.values(candidate.label).includes(node.value))
  return option?.value ?? node.value
}
