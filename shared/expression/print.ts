import { minusPrecedence, notPrecedence, precedence } from './parse.ts'
import type { SyntaxNode } from './syntax.ts'

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
      return node.steps.map(({ name }, index) => printName(name, index === 0)).join('.')
    case 'unary':
      return node.operator === 'not'
        ? `not ${wrap(node.operand, notPrecedence - 1)}`
        : `-${wrap(node.operand, minusPrecedence)}`
    case 'binary': {
      const strength = precedence[node.operator]
      return `${wrap(node.left, strength - 1)} ${node.operator} ${wrap(node.right, strength)}`
    }
    case 'in':
      return `${wrap(node.operand, precedence.in - 1)} in (${node.items.map(print).join(', ')})`
    case 'call':
      return `${node.name}(${node.arguments.map(print).join(', ')})`
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

export function quote(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `"${escaped}"`
}

const reserved = /^(and|or|not|in|true|false|empty|null)$/i

function printName(name: string, first: boolean): string {
  return /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name) && !(first && reserved.test(name)) ? name : `[${name}]`
}
