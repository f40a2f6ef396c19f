import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'

/** @throws AppError `not_permitted`: only administrators change the structure of a workspace */
export function requireAdmin(cx: Context): void {
  if (cx.actor.role !== 'admin') throw new AppError('not_permitted')
}
