import { minusPrecedence, notPrecedence, precedence } from './parse.ts'
import type { SyntaxNode } from './syntax.ts'
import { isBare } from './tokens.ts'

/** Syntax tree → text with no parenthesis too many, such that parse(print(tree)) is the tree again. */
export function print(node: SyntaxNode): string {
  switch (node.kind) {
    case 'text':
      return quote(node.value)
    case 'number':
      return node.value
    case 'boolean':
      return String(node.value)
    case 'empty':
      return 'empty'
    case 'path':
      return node.steps.map(({ name }) => printName(name)).join('.')
    case 'unary':
      return node.operator === 'not'
        ? `not ${wrap(node.operand, notPrecedence - 1)}`
        : `-${wrap(node.operand, minusPrecedence - 1)}`
    case 'binary': {
      const strength = precedence[node.operator]
      return `${wrap(node.left, strength - 1)} ${node.operator} ${wrap(node.right, strength)}`
    }
    case 'in':
      return `${wrap(node.operand, precedence.in - 1)} in (${node.items.map(print).join(', ')})`
    case 'call':
      return `${printName(node.name)}(${node.arguments.map(print).join(', ')})`
  }
}

/** In parentheses when the node binds no tighter than its surroundings. */
function wrap(node: SyntaxNode, least: number): string {
  return strengthOf(node) <= least ? `(${print(node)})` : print(node)
}

function strengthOf(node: SyntaxNode): number {
  if (node.kind === 'binary') return precedence[node.operator]
  if (node.kind === 'in') return precedence.in
  if (node.kind === 'unary') return node.operator === 'not' ? notPrecedence : minusPrecedence
  return Number.POSITIVE_INFINITY
}

/** Text → quoted, as the tokenizer reads it: a full-width quotation mark ends a text as its narrow form does. */
export function quote(text: string): string {
  const escaped = text
    .replace(/[\\"＂]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `"${escaped}"`
}

const printName = (name: string): string => (isBare(name) ? name : `[${name}]`)
