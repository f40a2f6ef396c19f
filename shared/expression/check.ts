import { AppError } from '#shared/app-error.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { checkEncrypted } from './encrypted.ts'
import { findFunction, functions, functionWords } from './functions/index.ts'
import { isDate, writtenMoment } from './instant.ts'
import { withOption } from './option.ts'
import { readable, resolvePath, titleOf } from './resolve.ts'
import {
  type BinaryNode,
  type ComparisonOperator,
  type InNode,
  limits,
  type Span,
  type SyntaxNode,
} from './syntax.ts'
import type { Comparison, MembershipNode, Type, TypedNode } from './typed.ts'
import { fieldsOf } from './walk.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Syntax tree → typed tree: every name resolved against the metadata, every type made to fit.
 * `expected` is what the whole shall be: `boolean` for a filter.
 * @throws AppError `expression_unknown_field`, `…_unknown_function`, `…_unknown_option`, `…_type`, `…_arguments`, `field_encrypted`, with the place.
 */
export function check(
  node: SyntaxNode,
  catalogue: Catalogue,
  object: CatalogueObject,
  expected?: Type,
): TypedNode {
  const checker = new Checker(catalogue, object)
  const typed = checker.check(node)
  const whole = expected === undefined ? typed : checker.fit(typed, [expected])
  checkEncrypted(whole)
  if (relationsOf(whole) > limits.relations)
    throw new AppError('expression_too_deep', { most: limits.relations })
  return whole
}

/** How many relations the paths of an expression follow, each counted once: so many rows are joined. */
function relationsOf(node: TypedNode): number {
  const followed = fieldsOf(node).flatMap(({ steps }) =>
    steps.slice(1).map((_, last) =>
      steps
        .slice(0, last + 1)
        .map(({ field }) => field.key)
        .join('/'),
    ),
  )
  return new Set(followed).size
}

class Checker {
  readonly #catalogue: Catalogue
  readonly #object: CatalogueObject

  constructor(catalogue: Catalogue, object: CatalogueObject) {
    this.#catalogue = catalogue
    this.#object = object
  }

  check(node: SyntaxNode): TypedNode {
    const { start, end } = node
    switch (node.kind) {
      case 'text':
        return node.value === ''
          ? { kind: 'literal', type: 'empty', value: null, start, end }
          : { kind: 'literal', type: 'text', value: node.value, start, end }
      case 'number':
      case 'boolean':
        return { kind: 'literal', type: node.kind, value: node.value, start, end }
      case 'empty':
        return { kind: 'literal', type: 'empty', value: null, start, end }
      case 'path':
        return readable(resolvePath(node, this.#catalogue, this.#object), node)
      case 'unary': {
        const operand = this.check(node.operand)
        if (node.operator === 'not') {
          return { kind: 'not', type: 'boolean', operand: this.fit(operand, ['boolean']), start, end }
        }
        if (operand.kind === 'literal' && operand.type === 'number') {
          return { ...operand, value: negate(String(operand.value)), start, end }
        }
        const zero: TypedNode = { kind: 'literal', type: 'number', value: '0', start, end }
        const right = this.fit(operand, ['number'])
        return {
          kind: 'arithmetic',
          type: 'number',
          on: 'numbers',
          operator: '-',
          left: zero,
          right,
          start,
          end,
        }
      }
      case 'binary':
        return this.#binary(node)
      case 'in':
        return this.#membership(node)
      case 'call':
        return this.#call(node.name, node.arguments, node)
    }
  }

  /** The node as one of these types, converted where that is safe. */
  fit(node: TypedNode, types: readonly Type[]): TypedNode {
    if (types.includes(node.type)) return node
    // Nothing of type empty has a value; from here on it is an empty one of the type that is wanted.
    if (node.type === 'empty')
      return { kind: 'literal', type: types[0]!, value: null, start: node.start, end: node.end }
    for (const type of types) {
      const converted = this.#convert(node, type)
      if (converted !== undefined) return converted
    }
    throw new AppError('expression_type', {
      column: node.start + 1,
      expected: types.join(' | '),
      actual: node.type,
    })
  }

  #convert(node: TypedNode, type: Type): TypedNode | undefined {
    const { start, end } = node
    if (node.kind === 'literal' && node.type === 'text') {
      const text = String(node.value)
      if (type === 'date' && isDate(text)) return { ...node, type }
      if (type === 'dateTime') {
        const moment = writtenMoment(text)
        return moment === undefined ? undefined : { ...node, type, value: moment }
      }
      if (type === 'id' && uuid.test(text)) return { ...node, type, value: text.toLowerCase() }
    }
    if (type === 'date' && node.type === 'dateTime') {
      return { kind: 'function', type: 'date', name: 'date', arguments: [node], start, end }
    }
    if (type === 'id' && node.type === 'record' && (node.kind === 'field' || node.kind === 'function'))
      return { ...node, type }
    if (type === 'text' && node.kind === 'field') return titleOf(node, this.#catalogue)
    return undefined
  }

  #binary(node: BinaryNode): TypedNode {
    const { operator, start, end } = node
    if (operator === 'and' || operator === 'or') {
      const left = this.fit(this.check(node.left), ['boolean'])
      const right = this.fit(this.check(node.right), ['boolean'])
      return { kind: 'logical', type: 'boolean', operator, left, right, start, end }
    }
    const left = this.check(node.left)
    const right = this.check(node.right)
    switch (operator) {
      case '&':
        return {
          kind: 'concatenation',
          type: 'text',
          left: this.fit(left, ['text']),
          right: this.fit(right, ['text']),
          start,
          end,
        }
      case '+':
      case '-':
      case '*':
      case '/':
        return this.#arithmetic(operator, left, right, { start, end })
      default:
        return this.#comparison(operator, left, right, { start, end })
    }
  }

  #arithmetic(operator: '+' | '-' | '*' | '/', left: TypedNode, right: TypedNode, span: Span): TypedNode {
    const plus = operator === '+' || operator === '-'
    if (plus && (left.type === 'date' || left.type === 'dateTime')) {
      if (operator === '-' && (right.type === 'date' || right.type === 'dateTime' || isDateText(right))) {
        return {
          kind: 'arithmetic',
          type: 'number',
          on: 'span',
          operator,
          left: this.fit(left, ['date']),
          right: this.fit(right, ['date']),
          ...span,
        }
      }
      const days = this.fit(right, ['number'])
      return { kind: 'arithmetic', type: left.type, on: 'days', operator, left, right: days, ...span }
    }
    return {
      kind: 'arithmetic',
      type: 'number',
      on: 'numbers',
      operator,
      left: this.fit(left, ['number']),
      right: this.fit(right, ['number']),
      ...span,
    }
  }

  #comparison(operator: ComparisonOperator, first: TypedNode, second: TypedNode, span: Span): TypedNode {
    if (first.type === 'empty' || second.type === 'empty') {
      const [empty, operand] = first.type === 'empty' ? [first, second] : [second, first]
      if (operator !== '=' && operator !== '!=')
        throw new AppError('expression_type', { column: empty.start + 1, expected: 'value', actual: 'empty' })
      return this.#blankness(operator, operand, span)
    }
    // The field stands left, so that “100 < amount” and “amount > 100” are one.
    if (first.kind === 'literal' && second.kind !== 'literal') {
      return this.#comparison(mirrored[operator], second, first, span)
    }
    const { left, right, by } = this.#comparable(first, second)
    const ordered = operator !== '=' && operator !== '!='
    if (ordered && (by === 'boolean' || by === 'id')) {
      throw new AppError('expression_type', {
        column: left.start + 1,
        expected: 'number | date | text',
        actual: by,
      })
    }
    return { kind: 'compare', type: 'boolean', operator, by, left, right, ...span }
  }

  /** `phone = empty` asks what isBlank asks. */
  #blankness(operator: '=' | '!=', operand: TypedNode, span: Span): TypedNode {
    const blank: TypedNode = {
      kind: 'function',
      type: 'boolean',
      name: 'isBlank',
      arguments: [operand],
      ...span,
    }
    return operator === '=' ? blank : { kind: 'not', type: 'boolean', operand: blank, ...span }
  }

  #comparable(first: TypedNode, second: TypedNode): { left: TypedNode; right: TypedNode; by: Comparison } {
    const left = this.#titled(first, second)
    const right = this.#titled(second, first)
    const types = new Set([left.type, right.type])
    if (types.has('record') || types.has('id')) return this.#both(left, right, 'id')
    if (left.type === 'dateTime' && (right.type === 'date' || isDateText(right))) {
      return { left, right: this.fit(right, ['date']), by: 'day' }
    }
    if (right.type === 'dateTime' && left.type === 'date') return this.#both(left, right, 'date')
    for (const by of ['dateTime', 'date', 'number', 'boolean'] as const) {
      if (types.has(by)) return this.#both(left, right, by)
    }
    const both = this.#both(left, right, 'text')
    return { ...both, left: withOption(both.left, both.right), right: withOption(both.right, both.left) }
  }

  /** A relation held against a text that is no id is meant by its title: `company = "华为"`. */
  #titled(node: TypedNode, other: TypedNode): TypedNode {
    const isText = other.kind === 'literal' && other.type === 'text' && !uuid.test(String(other.value))
    return (isText && node.kind === 'field' && titleOf(node, this.#catalogue)) || node
  }

  #both(left: TypedNode, right: TypedNode, by: Exclude<Comparison, 'day'>) {
    return { left: this.fit(left, [by]), right: this.fit(right, [by]), by }
  }

  #membership(node: InNode): TypedNode {
    const { start, end } = node
    const operand = this.check(node.operand)
    const items = node.items.map((item) => this.check(item)).filter((item) => item.type !== 'empty')
    if (operand.type === 'empty') return { kind: 'literal', type: 'boolean', value: false, start, end }
    const membership = (
      by: MembershipNode['by'],
      left: TypedNode,
      right: readonly TypedNode[],
    ): TypedNode => ({
      kind: 'membership',
      type: 'boolean',
      by,
      operand: left,
      items: right,
      start,
      end,
    })
    if (operand.type === 'list') {
      const texts = items.map((item) => withOption(this.fit(item, ['text']), operand))
      return membership('list', operand, texts)
    }
    if (operand.type === 'ids')
      return membership(
        'ids',
        operand,
        items.map((item) => this.fit(item, ['id'])),
      )
    const [sample] = items
    if (sample === undefined) return membership('text', operand, [])
    const first = this.#comparable(operand, sample)
    const pairs = items.map((item) => this.#comparable(operand, item))
    const odd = pairs.findIndex((pair) => pair.by !== first.by || pair.left.type !== first.left.type)
    if (odd >= 0) {
      const { start: at, type } = items[odd]!
      throw new AppError('expression_type', { column: at + 1, expected: first.by, actual: type })
    }
    return membership(
      first.by,
      first.left,
      pairs.map((pair) => pair.right),
    )
  }

  #call(word: string, nodes: readonly SyntaxNode[], span: Span): TypedNode {
    const { start, end } = span
    const name = findFunction(word)
    if (name === undefined) {
      const suggestion = nearest(word, functionWords())
      throw new AppError('expression_unknown_function', { column: start + 1, name: word, suggestion })
    }
    const { parameters, optional = 0, result } = functions[name]
    const least = parameters.length - optional
    if (nodes.length < least || nodes.length > parameters.length) {
      const expected = optional > 0 ? `${least}–${parameters.length}` : String(least)
      throw new AppError('expression_arguments', { column: start + 1, name, expected })
    }
    const typed = nodes.map((argument, index) => {
      const parameter = parameters[index]!
      const node = this.check(argument)
      return parameter === 'any' ? node : this.fit(node, parameter)
    })
    const fitted = this.#alike(name, typed)
    const type =
      typeof result === 'number'
        ? (fitted.find(({ type }, at) => at >= result && type !== 'empty')?.type ?? 'empty')
        : result
    return { kind: 'function', type, name, arguments: fitted, start, end }
  }

  /** What one function demands of its arguments together: alternatives of one type, items that fit their list. */
  #alike(name: string, typed: readonly TypedNode[]): readonly TypedNode[] {
    if (name === 'if' || name === 'ifBlank') {
      const from = name === 'if' ? 1 : 0
      const [first, second] = [typed[from]!, typed[from + 1]!]
      if (first.type === 'empty' || second.type === 'empty') return typed
      const kept = this.#convert(first, second.type) ?? first
      return [...typed.slice(0, from), kept, this.fit(second, [kept.type])]
    }
    if (name === 'contains') {
      const [whole, part] = [typed[0]!, typed[1]!]
      const wanted: Type = whole.type === 'ids' || whole.type === 'anyRecord' ? 'id' : 'text'
      return [whole, withOption(this.fit(part, [wanted]), whole.type === 'list' ? whole : part)]
    }
    return typed
  }
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

const negate = (digits: string): string =>
  digits.startsWith('-') ? digits.slice(1) : digits === '0' ? '0' : `-${digits}`

const isDateText = (node: TypedNode): boolean =>
  node.kind === 'literal' && node.type === 'text' && isDate(String(node.value))
