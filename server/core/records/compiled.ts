import { compile, type TypedNode } from '#shared/expression/index.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

/** Filters kept of each object: people and programs ask the same ones again and again. */
const most = 200

// By object, which is another one once the metadata changed.
const kept = new WeakMap<CatalogueObject, Map<string, TypedNode>>()

/** A filter's typed tree. @throws AppError of the expression language */
export function compileFilter(text: string, catalogue: Catalogue, object: CatalogueObject): TypedNode {
  const known = kept.get(object) ?? new Map<string, TypedNode>()
  kept.set(object, known)
  const found = known.get(text)
  if (found !== undefined) return found
  const tree = compile(text, catalogue, object, 'boolean')
  const [oldest] = known.size >= most ? known.keys() : []
  if (oldest !== undefined) known.delete(oldest)
  known.set(text, tree)
  return tree
}
