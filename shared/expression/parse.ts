import { AppError } from '#shared/errors.ts'
import { type BinaryOperator, limits, type SyntaxNode } from './syntax.ts'
import { type Token, tokenize } from './tokens.ts'

/** How tightly each operator binds; equal ones group to the left. */
export const precedence: Readonly<Record<BinaryOperator | 'in', number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '&': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
}
export const notPrecedence = 3
export const minusPrecedence = 8

/**
 * Text → syntax tree.
 * @throws AppError `expression_too_long`, `expression_too_deep`, `expression_unexpected`, `expression_incomplete`, with the place.
 */
export function parse(text: string): SyntaxNode {
  if (text.length > limits.length) throw new AppError('expression_too_long', { most: limits.length })
  const parser = new Parser(tokenize(text))
  return parser.whole()
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): SyntaxNode {
    const node = this.#expression(0)
    if (this.#next.kind !== 'end') this.#unexpected()
    return node
  }

  get #next(): Token {
    return this.#tokens[this.#at]!
  }

  #take(): Token {
    return this.#tokens[this.#at++]!
  }

  #is(value: string): boolean {
    return (this.#next.kind === 'sign' || this.#next.kind === 'keyword') && this.#next.value === value
  }

  #expect(value: string): Token {
    if (!this.#is(value)) this.#unexpected(value)
    return this.#take()
  }

  #unexpected(expected = '…'): never {
    const { kind, value, start } = this.#next
    if (kind === 'end') throw new AppError('expression_incomplete', { column: start + 1, expected })
    throw new AppError('expression_unexpected', { column: start + 1, found: value })
  }

  #expression(least: number): SyntaxNode {
    if (++this.#depth > limits.depth) throw new AppError('expression_too_deep', { most: limits.depth })
    let left = this.#operand()
    let chained = 0
    for (;;) {
      const { kind, value } = this.#next
      const negated = kind === 'keyword' && value === 'not' && this.#tokens[this.#at + 1]?.value === 'in'
      const operator = (negated ? 'in' : value) as BinaryOperator | 'in'
      if ((kind !== 'sign' && kind !== 'keyword') || !Object.hasOwn(precedence, operator)) break
      const strength = precedence[operator]
      if (strength <= least) break
      if (++chained > limits.chain) throw new AppError('expression_too_deep', { most: limits.chain })
      if (negated) this.#take()
      this.#take()
      if (operator === 'in') {
        const items = this.#list()
        const node: SyntaxNode = {
          kind: 'in',
          operand: left,
          items: items.nodes,
          start: left.start,
          end: items.end,
        }
        left = negated
          ? { kind: 'unary', operator: 'not', operand: node, start: node.start, end: node.end }
          : node
      } else {
        const right = this.#expression(strength)
        left = { kind: 'binary', operator, left, right, start: left.start, end: right.end }
      }
    }
    this.#depth--
    return left
  }

  /** Comma-separated expressions in parentheses. */
  #list(): { nodes: SyntaxNode[]; end: number } {
    this.#expect('(')
    const nodes: SyntaxNode[] = []
    while (!this.#is(')')) {
      if (nodes.length > 0) this.#expect(',')
      nodes.push(this.#expression(0))
    }
    return { nodes, end: this.#take().end }
  }

  #operand(): SyntaxNode {
    const token = this.#next
    const { kind, value, start, end } = token
    if (kind === 'text' || kind === 'number') {
      this.#take()
      return { kind, value, start, end }
    }
    if (kind === 'keyword' && (value === 'true' || value === 'false')) {
      this.#take()
      return { kind: 'boolean', value: value === 'true', start, end }
    }
    if (kind === 'keyword' && value === 'empty') {
      this.#take()
      return { kind: 'empty', start, end }
    }
    if (this.#is('not') || this.#is('-')) {
      this.#take()
      const operator = value as 'not' | '-'
      const operand = this.#expression(operator === 'not' ? notPrecedence - 1 : minusPrecedence)
      return { kind: 'unary', operator, operand, start, end: operand.end }
    }
    if (this.#is('(')) {
      this.#take()
      const inner = this.#expression(0)
      this.#expect(')')
      return inner
    }
    if (kind !== 'name') this.#unexpected()
    this.#take()
    if (this.#is('(')) {
      const { nodes, end: close } = this.#list()
      return { kind: 'call', name: value, arguments: nodes, start, end: close }
    }
    const steps = [{ name: value, start, end }]
    while (this.#is('.')) {
      this.#take()
      // A field may be called by a word that is a keyword elsewhere.
      if (this.#next.kind !== 'name' && this.#next.kind !== 'keyword') this.#unexpected()
      const step = this.#take()
      steps.push({ name: step.value, start: step.start, end: step.end })
    }
    return { kind: 'path', steps, start, end: steps.at(-1)!.end }
  }
}
