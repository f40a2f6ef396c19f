import type { PoolClient } from 'pg'
import type { Context } from '#server/core/context.ts'
import { changeRoles } from './change-roles.ts'

/**
 * Takes one role from a member, within the caller's transaction; nothing where they do not bear it any more. Whoever calls
 * it announces it after the commit.
 * @throws AppError `beyond_own_access`, `last_administrator`, `policy_locks_out`
 */
export async function withdrawRole(
  cx: Context,
  client: PoolClient,
  userId: string,
  roleId: string,
): Promise<void> {
  await changeRoles(cx, client, userId, (had) => had.filter((id) => id !== roleId))
}
