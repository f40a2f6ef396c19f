import type { Context } from '#server/core/context.ts'
import { beyond } from '#shared/access/beyond.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { AppError } from '#shared/errors.ts'

/** Nobody gives, or takes away, what they do not have themselves. @throws AppError `beyond_own_access` naming it */
export function permitGiving(cx: Context, permissions: Permissions): void {
  const what = beyond(permissions, cx.access.permissions, cx.workspace.catalogue())
  if (what !== undefined) throw new AppError('beyond_own_access', { what })
}
