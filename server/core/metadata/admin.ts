import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'

/** @throws AppError `not_permitted`: changing the structure of a workspace is a right of its own */
export function requireAdmin({ access }: Context): void {
  if (!access.permissions.rights.includes('metadata')) throw new AppError('not_permitted')
}
