import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { findFunction } from './functions/index.ts'
import { optionOf } from './option.ts'
import { resolvePath } from './resolve.ts'
import { comparisonOperators, type PathNode, type SyntaxNode } from './syntax.ts'

/**
 * Names ↔ keys in every path of a tree; functions by their API names, options by their values. Views, rules and formulas are kept as `toStored` gives them and shown as
 * `fromStored` does, so that renaming a field changes how they print and nothing else.
 * @throws AppError `expression_unknown_field` when a field is no longer there.
 */
export function toStored(node: SyntaxNode, catalogue: Catalogue, object: CatalogueObject): SyntaxNode {
  return map(node, (part) =>
    part.kind === 'path' ? rename(part, catalogue, object, 'key') : valued(part, catalogue, object),
  )
}

export function fromStored(node: SyntaxNode, catalogue: Catalogue, object: CatalogueObject): SyntaxNode {
  return map(node, (part) => (part.kind === 'path' ? rename(part, catalogue, object, 'name') : part))
}

function rename(path: PathNode, catalogue: Catalogue, object: CatalogueObject, to: 'key' | 'name'): PathNode {
  const { steps, member, type } = resolvePath(path, catalogue, object)
  const names = steps.map(({ field }, index) => {
    const last = index === steps.length - 1
    return to === 'name' && last && type === 'id' && field.type !== 'file' ? field.wire : field[to]
  })
  if (member !== undefined) names.push(member)
  if (steps.length === 0 || (to === 'key' && type === 'id' && steps.at(-1)?.field.type !== 'file'))
    names.push('id')
  const { keyed: _, ...rest } = path
  return {
    ...rest,
    steps: names.map((name) => ({ name, start: path.start, end: path.end })),
    ...(to === 'key' && { keyed: true }),
  }
}

const comparisons: ReadonlySet<string> = new Set(comparisonOperators)

/** Texts that stand against a field with options become the options' values: a label may be changed. */
function valued(node: SyntaxNode, catalogue: Catalogue, object: CatalogueObject): SyntaxNode {
  const against = (text: SyntaxNode, path: SyntaxNode | undefined): SyntaxNode => {
    if (text.kind !== 'text' || path?.kind !== 'path') return text
    const { steps, member } = resolvePath(path, catalogue, object)
    const field = steps.at(-1)?.field
    const value = field === undefined || member !== undefined ? undefined : optionOf(field, text.value)
    return value === undefined ? text : { ...text, value }
  }
  const isList = (part: SyntaxNode | undefined): boolean =>
    part?.kind === 'path' && resolvePath(part, catalogue, object).type === 'list'
  switch (node.kind) {
    case 'binary':
      if (!comparisons.has(node.operator)) return node
      return { ...node, left: against(node.left, node.right), right: against(node.right, node.left) }
    case 'in':
      return { ...node, items: node.items.map((item) => against(item, node.operand)) }
    case 'call':
      if (node.name !== 'contains' || !isList(node.arguments[0])) return node
      return { ...node, arguments: node.arguments.map((part) => against(part, node.arguments[0])) }
    default:
      return node
  }
}

/** The tree with each part changed, from the leaves up. */
function map(node: SyntaxNode, change: (part: SyntaxNode) => SyntaxNode): SyntaxNode {
  const inner = (part: SyntaxNode) => map(part, change)
  switch (node.kind) {
    case 'unary':
      return change({ ...node, operand: inner(node.operand) })
    case 'binary':
      return change({ ...node, left: inner(node.left), right: inner(node.right) })
    case 'in':
      return change({ ...node, operand: inner(node.operand), items: node.items.map(inner) })
    case 'call': {
      const name = findFunction(node.name) ?? node.name
      return change({ ...node, name, arguments: node.arguments.map(inner) })
    }
    default:
      return change(node)
  }
}
