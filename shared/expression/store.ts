import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { findFunction } from './functions/index.ts'
import { resolvePath } from './resolve.ts'
import type { PathNode, SyntaxNode } from './syntax.ts'

/**
 * Names ↔ keys in every path of a tree; functions by their API names. Views, rules and formulas are kept as `toStored` gives them and shown as
 * `fromStored` does, so that renaming a field changes how they print and nothing else.
 * @throws AppError `expression_unknown_field` when a field is no longer there.
 */
export function toStored(node: SyntaxNode, catalogue: Catalogue, object: CatalogueObject): SyntaxNode {
  return mapPaths(node, (path) => rename(path, catalogue, object, 'key'))
}

export function fromStored(node: SyntaxNode, catalogue: Catalogue, object: CatalogueObject): SyntaxNode {
  return mapPaths(node, (path) => rename(path, catalogue, object, 'name'))
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

function mapPaths(node: SyntaxNode, change: (path: PathNode) => PathNode): SyntaxNode {
  switch (node.kind) {
    case 'path':
      return change(node)
    case 'unary':
      return { ...node, operand: mapPaths(node.operand, change) }
    case 'binary':
      return { ...node, left: mapPaths(node.left, change), right: mapPaths(node.right, change) }
    case 'in':
      return {
        ...node,
        operand: mapPaths(node.operand, change),
        items: node.items.map((item) => mapPaths(item, change)),
      }
    case 'call':
      return {
        ...node,
        name: findFunction(node.name) ?? node.name,
        arguments: node.arguments.map((argument) => mapPaths(argument, change)),
      }
    default:
      return node
  }
}
