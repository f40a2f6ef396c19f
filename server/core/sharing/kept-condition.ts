import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { placed } from '#server/core/records/place.ts'
import { AppError } from '#shared/errors.ts'
import {
  check,
  checkKept,
  fromStored,
  parse,
  print,
  type SyntaxNode,
  toStored,
} from '#shared/expression/index.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

/**
 * A condition as it is kept, by keys. Whoever gives it names only what they may read: by whom it opens records to, or by
 * how many there are, it would tell them of the rest.
 * @throws AppError of the expression language, at `/condition`
 */
export const keptCondition = (cx: Context, { name }: CatalogueObject, text: string): SyntaxNode =>
  placed('/condition', () => {
    const catalogue = catalogueOf(cx)
    const object = catalogue.object(name)
    const tree = parse(text)
    checkKept(check(tree, catalogue, object, 'boolean'))
    return toStored(tree, catalogue, object)
  })

/** How a kept condition is told: by today's names, or why not. */
export interface ToldCondition {
  /** Null where it cannot be told. */
  readonly condition: string | null
  /** It is about what is there no more: no record meets it. */
  readonly broken?: true
  /** It is about what who asks may not read. */
  readonly concealed?: true
}

export function toldCondition(cx: Context, objectKey: string, condition: SyntaxNode): ToldCondition {
  const told = printed(catalogueOf(cx), objectKey, condition)
  if (told !== undefined) return { condition: told }
  const known = printed(cx.workspace.catalogue(), objectKey, condition) !== undefined
  return { condition: null, ...(known ? { concealed: true } : { broken: true }) }
}

/** Undefined where the catalogue has not all that it names, or not to be compared. */
function printed(catalogue: Catalogue, objectKey: string, condition: SyntaxNode): string | undefined {
  const object = catalogue.byKey(objectKey)
  if (object === undefined) return undefined
  try {
    const tree = fromStored(condition, catalogue, object)
    check(tree, catalogue, object, 'boolean')
    return print(tree)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
