import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { check } from './check.ts'
import { parse } from './parse.ts'
import type { Type, TypedNode } from './typed.ts'

export { check } from './check.ts'
export { checkKept, namesEncrypted } from './encrypted.ts'
export { evaluate } from './evaluate.ts'
export type { Moment } from './functions/function.ts'
export { functions } from './functions/index.ts'
export { parse } from './parse.ts'
export { print, quote } from './print.ts'
export { fromStored, toStored } from './store.ts'
export type { SyntaxNode } from './syntax.ts'
export type { FieldNode, Type, TypedNode } from './typed.ts'
export { childrenOf, fieldsOf } from './walk.ts'

/** Text → typed tree; what `parse` and `check` throw. */
export function compile(
  text: string,
  catalogue: Catalogue,
  object: CatalogueObject,
  expected?: Type,
): TypedNode {
  return check(parse(text), catalogue, object, expected)
}
