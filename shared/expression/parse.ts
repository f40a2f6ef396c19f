import { AppError } from '#shared/app-error.ts'
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
 * @throws AppError `expression_too_long`, `expression_too_deep`, `expression_unexpected`, `expression_incomplete`, `expression_number`, with the place.
 */
export function parse(text: string): SyntaxNode {
  if (text.length > limits.length) throw new AppError('expression_too_long', { most: limits.length })
  const parser = new Parser(text)
  return parser.whole()
}

class Parser {
  readonly #text: string
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  /** Of the tree that was parsed last. Whatever walks a tree recurses no deeper than the limit. */
  #height = 0

  constructor(text: string) {
    this.#text = text
    this.#tokens = tokenize(text)
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
    throw new AppError('expression_unexpected', { column: start + 1, found: shorten(value) })
  }

  #expression(least: number): SyntaxNode {
    if (++this.#depth > limits.depth) throw new AppError('expression_too_deep', { most: limits.depth })
    let left = this.#operand()
    for (;;) {
      const { kind, value } = this.#next
      const negated = kind === 'keyword' && value === 'not' && this.#tokens[this.#at + 1]?.value === 'in'
      const operator = (negated ? 'in' : value) as BinaryOperator | 'in'
      if ((kind !== 'sign' && kind !== 'keyword') || !Object.hasOwn(precedence, operator)) break
      const strength = precedence[operator]
      if (strength <= least) break
      const height = this.#height
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
      this.#height = Math.max(height, this.#height) + (negated ? 2 : 1)
      if (this.#height > limits.height) throw new AppError('expression_too_deep', { most: limits.height })
    }
    this.#depth--
    return left
  }

  /** Comma-separated expressions in parentheses. */
  #list(): { nodes: SyntaxNode[]; end: number } {
    this.#expect('(')
    const nodes: SyntaxNode[] = []
    let height = 0
    while (!this.#is(')')) {
      if (nodes.length > 0) this.#expect(',')
      nodes.push(this.#expression(0))
      height = Math.max(height, this.#height)
    }
    this.#height = height
    return { nodes, end: this.#take().end }
  }

  #operand(): SyntaxNode {
    const token = this.#next
    const { kind, value, start, end } = token
    this.#height = 0
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
      this.#height++
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
      this.#height++
      return { kind: 'call', name: value, arguments: nodes, start, end: close }
    }
    const steps = [{ name: value, start, end }]
    while (this.#is('.')) {
      this.#take()
      // A field may be called by a word that is a keyword elsewhere.
      if (this.#next.kind !== 'name' && this.#next.kind !== 'keyword') this.#unexpected()
      const step = this.#take()
      const name = step.kind === 'name' ? step.value : this.#text.slice(step.start, step.end)
      steps.push({ name, start: step.start, end: step.end })
      if (steps.length > limits.steps) throw new AppError('expression_too_deep', { most: limits.steps })
    }
    return { kind: 'path', steps, start, end: steps.at(-1)!.end }
  }
}

/** A word as an error quotes it. */
const shorten = (word: string): string => (word.length > 80 ? `${word.slice(0, 80).toWellFormed()}…` : word)
