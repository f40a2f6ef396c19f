import { Decimal, divide, multiply } from './decimal.ts'
import type { Moment, Value } from './functions/function.ts'
import { functions } from './functions/index.ts'
import { addDays, dayOrder, instant, momentByClock } from './instant.ts'
import type { ComparisonOperator } from './syntax.ts'
import type { CompareNode, FieldNode, LiteralNode, MembershipNode, Type, TypedNode } from './typed.ts'

/** The wire value of a field of the record at hand, undefined or null where there is none. */
type ReadField = (node: FieldNode) => unknown

/** The value of an expression for one record: what its SQL gives for the row, by the same rules. */
export function evaluate(node: TypedNode, read: ReadField, moment: Moment): Value {
  const value = (inner: TypedNode): Value => evaluate(inner, read, moment)
  switch (node.kind) {
    case 'literal':
      return literalValue(node, moment)
    case 'field':
      return fromWire(read(node), node.type)
    case 'not':
      return value(node.operand) !== true
    case 'logical':
      return node.operator === 'and'
        ? value(node.left) === true && value(node.right) === true
        : value(node.left) === true || value(node.right) === true
    case 'compare':
      return compare(node, value(node.left), value(node.right), moment)
    case 'membership':
      return isMember(node, value(node.operand), node.items.map(value), moment)
    case 'concatenation': {
      const joined = `${(value(node.left) as string | null) ?? ''}${(value(node.right) as string | null) ?? ''}`
      return joined === '' ? null : joined
    }
    case 'arithmetic':
      return calculate(node.on, node.operator, value(node.left), value(node.right), node.type)
    case 'function': {
      const types = node.arguments.map(({ type }) => type)
      return functions[node.name].evaluate(node.arguments.map(value), moment, types)
    }
  }
}

function literalValue({ value, type }: LiteralNode, { timeZone }: Moment): Value {
  if (type === 'dateTime' && typeof value === 'string') return momentByClock(value, timeZone) ?? null
  return fromWire(value, type)
}

function fromWire(wire: unknown, type: Type): Value {
  if (wire === null || wire === undefined || wire === '') return null
  if (Array.isArray(wire) && wire.length === 0) return null
  if (type === 'number') return new Decimal(wire as string | number)
  if (type === 'dateTime') return instant(String(wire)) ?? null
  return wire as Value
}

function compare(node: CompareNode, left: Value, right: Value, moment: Moment): boolean {
  if (left === null || right === null) return false
  const order =
    node.by === 'day' ? dayOrder(String(left), String(right), moment.timeZone) : orderOf(left, right)
  return outcomes[node.operator](order)
}

const outcomes: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function orderOf(left: Value, right: Value): number {
  if (Decimal.isDecimal(left) && Decimal.isDecimal(right)) return left.comparedTo(right)
  if (typeof left === 'boolean' || typeof right === 'boolean') return left === right ? 0 : 1
  return codePointOrder(String(left), String(right))
}

/** Text order by code point, as PostgreSQL's "C" collation has it; UTF-16 units would put emoji before full-width letters. */
function codePointOrder(left: string, right: string): number {
  if (left === right) return 0
  for (let at = 0; ; at++) {
    const [a, b] = [left.codePointAt(at), right.codePointAt(at)]
    if (a !== b) return (a ?? -1) - (b ?? -1)
    if (a === undefined) return 0
    if (a > 0xffff) at++
  }
}

function isMember(node: MembershipNode, operand: Value, items: readonly Value[], moment: Moment): boolean {
  if (operand === null) return false
  if (node.by === 'list' || node.by === 'ids')
    return items.some((item) => (operand as readonly unknown[]).includes(item))
  const orderTo = (item: Value): number =>
    node.by === 'day' ? dayOrder(String(operand), String(item), moment.timeZone) : orderOf(operand, item)
  return items.some((item) => item !== null && orderTo(item) === 0)
}

function calculate(
  on: 'numbers' | 'days' | 'span',
  operator: string,
  left: Value,
  right: Value,
  type: Type,
): Value {
  if (left === null || right === null) return null
  if (on === 'span')
    return new Decimal((Date.parse(`${left}T00:00:00Z`) - Date.parse(`${right}T00:00:00Z`)) / 86_400_000)
  const b = right as Decimal
  if (on === 'days') return move(String(left), operator === '-' ? b.neg() : b, type)
  const a = left as Decimal
  switch (operator) {
    case '+':
      return a.plus(b)
    case '-':
      return a.minus(b)
    case '*':
      return multiply(a, b)
    default:
      return divide(a, b)
  }
}

/** Dates and times move by whole days; fractions are cut off. Outside the years 1 to 9999 there is no value. */
function move(from: string, days: Decimal, type: Type): Value {
  const date = addDays(from.slice(0, 10), days.trunc().toNumber())
  if (date === undefined) return null
  return type === 'date' ? date : `${date}${from.slice(10)}`
}
