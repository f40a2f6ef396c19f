import { parse } from '#shared/expression/parse.ts'
import { print } from '#shared/expression/print.ts'
import type { SyntaxNode } from '#shared/expression/syntax.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type Condition, isComplete } from './condition.ts'
import { conditionReader } from './from-syntax.ts'
import { join, membersOf } from './syntax-parts.ts'
import { toSyntax } from './to-syntax.ts'

export type Joint = 'and' | 'or'

/** A condition on one field, conditions joined in a group, or an expression that is shown as it is written. */
export type FilterPart =
  | ({ readonly kind: 'condition' } & Condition)
  | { readonly kind: 'expression'; readonly text: string }
  | FilterGroup

export interface FilterGroup {
  readonly kind: 'group'
  readonly joint: Joint
  readonly parts: readonly FilterPart[]
}

export const noFilter: FilterGroup = { kind: 'group', joint: 'and', parts: [] }

/**
 * The conditions of a filter's text. What no condition can say stays an expression among them; what does not parse is
 * one expression, whose error the filter's panel shows.
 */
export function filterOf(text: string, object: CatalogueObject, catalogue: Catalogue): FilterGroup {
  if (text.trim() === '') return noFilter
  try {
    return asGroup(read(parse(text)))
  } catch {
    return asGroup({ kind: 'expression', text })
  }

  function read(node: SyntaxNode): FilterPart {
    const joint = node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')
    return joint ? readGroup(node.operator as Joint, node) : readOne(node)
  }
  function readGroup(joint: Joint, node: SyntaxNode): FilterPart {
    const members = membersOf(node, joint)
    const reader = conditionReader(object, catalogue)
    const found =
      joint === 'and'
        ? reader.several(members)
        : members.map((member) => ({ node: member, condition: undefined }))
    const parts = found.map(
      ({ node: member, condition }): FilterPart =>
        condition === undefined ? read(member) : { kind: 'condition', ...condition },
    )
    const [only, second] = parts
    return only !== undefined && second === undefined ? only : { kind: 'group', joint, parts }
  }
  function readOne(node: SyntaxNode): FilterPart {
    const [found] = conditionReader(object, catalogue).several([node])
    return found?.condition === undefined
      ? { kind: 'expression', text: print(node) }
      : { kind: 'condition', ...found.condition }
  }
}

const asGroup = (part: FilterPart): FilterGroup =>
  part.kind === 'group' ? part : { kind: 'group', joint: 'and', parts: [part] }

/** The text that parts stand for; conditions that are still being filled in say nothing yet. */
export function textOf(part: FilterPart, object: CatalogueObject, catalogue: Catalogue): string {
  const broken = brokenText(part)
  // Nothing can be joined to a text that does not parse.
  if (broken !== undefined) return broken
  const node = nodeOf(part)
  return node === undefined ? '' : print(node)

  function nodeOf(of: FilterPart): SyntaxNode | undefined {
    if (of.kind === 'condition') return isComplete(of) ? toSyntax(of, object, catalogue) : undefined
    if (of.kind === 'expression') return parse(of.text)
    const nodes = of.parts.map(nodeOf).filter((node) => node !== undefined)
    const [first, ...rest] = nodes
    return first && rest.reduce((left, right) => join(of.joint, left, right), first)
  }
}

/** Whether every condition says something: what is still being filled in, or asks of what is there no more, does not. */
export const isWhole = (part: FilterPart, object: CatalogueObject, catalogue: Catalogue): boolean =>
  part.kind === 'group'
    ? part.parts.every((inner) => isWhole(inner, object, catalogue))
    : part.kind === 'expression' || (isComplete(part) && toSyntax(part, object, catalogue) !== undefined)

function brokenText(part: FilterPart): string | undefined {
  if (part.kind === 'condition') return undefined
  if (part.kind === 'group') return part.parts.map(brokenText).find((text) => text !== undefined)
  try {
    parse(part.text)
    return undefined
  } catch {
    return part.text
  }
}

/** How many conditions a filter has in all. */
export const countOf = (part: FilterPart): number =>
  part.kind === 'group' ? part.parts.reduce((sum, inner) => sum + countOf(inner), 0) : 1

/** Bytes of a filter as an address carries it: what a server takes of a request's head, less what else stands there. */
const longestFilter = 12_000

/** Whether a filter finds no place in an address. */
export const isTooLong = (text: string): boolean => encodeURIComponent(text).length > longestFilter
