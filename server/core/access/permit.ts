import type { Context } from '#server/core/context.ts'
import type { Right, Verb } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** Whether a verb reaches any record of an object. */
export const may = (cx: Context, verb: Verb, object: Pick<CatalogueObject, 'key'>): boolean =>
  cx.source === 'system' || scopeOf(cx.access.permissions, object.key, verb) !== 'none'

/** Asked before a verb; which rows it reaches is a part of every statement. @throws AppError `not_permitted` */
export function permit(cx: Context, verb: Verb, object: Pick<CatalogueObject, 'key'>): void {
  if (!may(cx, verb, object)) throw new AppError('not_permitted')
}

/** @throws AppError `not_permitted` to who lacks it */
export function permitRight({ access }: Pick<Context, 'access'>, right: Right): void {
  if (!access.permissions.rights.includes(right)) throw new AppError('not_permitted')
}
