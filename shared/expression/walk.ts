import type { FieldNode, TypedNode } from './typed.ts'

/** The fields that an expression reads, each once: for indexes, for permissions, for what a change may touch. */
export function fieldsOf(node: TypedNode): FieldNode[] {
  const found = new Map<string, FieldNode>()
  const visit = (inner: TypedNode): void => {
    if (inner.kind === 'field') {
      found.set(inner.steps.map(({ object, field }) => `${object.key}.${field.key}`).join('/'), inner)
    }
    for (const child of childrenOf(inner)) visit(child)
  }
  visit(node)
  return [...found.values()]
}

export function childrenOf(node: TypedNode): readonly TypedNode[] {
  switch (node.kind) {
    case 'literal':
    case 'field':
      return []
    case 'not':
      return [node.operand]
    case 'membership':
      return [node.operand, ...node.items]
    case 'function':
      return node.arguments
    default:
      return [node.left, node.right]
  }
}
