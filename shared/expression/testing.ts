import type { SyntaxNode } from './syntax.ts'

/** A tree without its places, for comparing what was written with what it was printed from. */
export const plain = (node: SyntaxNode): unknown =>
  JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  )
