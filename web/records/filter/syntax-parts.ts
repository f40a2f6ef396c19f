import { print } from '#shared/expression/print.ts'
import type { PathNode, SyntaxNode } from '#shared/expression/syntax.ts'

/** Trees that are printed have no place in a text yet. */
export const nowhere = { start: 0, end: 0 } as const

export const path = (names: readonly string[]): PathNode => ({
  kind: 'path',
  steps: names.map((name) => ({ name, ...nowhere })),
  ...nowhere,
})

export const not = (operand: SyntaxNode): SyntaxNode => ({
  kind: 'unary',
  operator: 'not',
  operand,
  ...nowhere,
})

export const join = (operator: 'and' | 'or', left: SyntaxNode, right: SyntaxNode): SyntaxNode => ({
  kind: 'binary',
  operator,
  left,
  right,
  ...nowhere,
})

const x = path(['x'])

/** A comparison of `x`, said of a field. */
export function at(node: SyntaxNode, field: SyntaxNode): SyntaxNode {
  return node.kind === 'binary' ? { ...node, left: field } : node
}

/** A comparison of a field as a text about `x`, with the field. */
export function follows(
  node: SyntaxNode,
): { readonly field: PathNode; readonly path: string; readonly text: string } | undefined {
  if (node.kind !== 'binary' || node.left.kind !== 'path') return undefined
  return { field: node.left, path: print(node.left), text: print({ ...node, left: x }) }
}

/** The members of `a and b and c`, from left to right. */
export function membersOf(node: SyntaxNode, operator: 'and' | 'or'): readonly SyntaxNode[] {
  const members: SyntaxNode[] = []
  // A long filter is as high a tree as it has members.
  const waiting: SyntaxNode[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'binary' && next.operator === operator) waiting.push(next.right, next.left)
    else members.push(next)
  }
  return members
}
