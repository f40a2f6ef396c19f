import { parse } from '#shared/expression/parse.ts'
import { print } from '#shared/expression/print.ts'
import type { SyntaxNode } from '#shared/expression/syntax.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type Condition, isComplete } from './condition.ts'
import { fromSyntax } from './from-syntax.ts'
import { and, toSyntax } from './to-syntax.ts'

/** A chip: a condition on one field, or an expression that is shown as it is written. */
export type FilterPart =
  | ({ readonly kind: 'condition' } & Condition)
  | { readonly kind: 'expression'; readonly text: string }

/**
 * The chips of a filter's text, joined by “and”. What does not parse becomes one expression chip, whose error
 * the filter bar shows.
 */
export function partsOf(text: string, object: CatalogueObject): readonly FilterPart[] {
  if (text.trim() === '') return []
  try {
    return conjuncts(parse(text)).map((node) => {
      const condition = fromSyntax(node, object)
      return condition === undefined
        ? { kind: 'expression', text: print(node) }
        : { kind: 'condition', ...condition }
    })
  } catch {
    return [{ kind: 'expression', text }]
  }
}

/** The text that chips stand for; conditions that are still being filled in say nothing yet. */
export function textOf(parts: readonly FilterPart[], object: CatalogueObject): string {
  const nodes: SyntaxNode[] = []
  for (const part of parts) {
    if (part.kind === 'condition') {
      const node = isComplete(part) ? toSyntax(part, object) : undefined
      if (node !== undefined) nodes.push(node)
      continue
    }
    try {
      nodes.push(parse(part.text))
    } catch {
      // Text that does not parse is the whole filter: nothing can be joined to it.
      return part.text
    }
  }
  const [first, ...rest] = nodes
  return first === undefined ? '' : print(rest.reduce(and, first))
}

function conjuncts(node: SyntaxNode): readonly SyntaxNode[] {
  return node.kind === 'binary' && node.operator === 'and'
    ? [...conjuncts(node.left), ...conjuncts(node.right)]
    : [node]
}
