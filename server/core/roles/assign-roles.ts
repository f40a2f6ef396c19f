import { accessTopic } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { changeRoles } from './change-roles.ts'

interface Assignment {
  readonly userId: string
  readonly roleIds: readonly string[]
}

/** Who bears which roles; of members who have none, nothing. */
export async function listAssignments(cx: Context): Promise<Assignment[]> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<Assignment>({
    text: `select user_id as "userId", array_agg(role_id order by role_id) as "roleIds"
      from ${schema}._role_assignment group by user_id order by user_id`,
  })
  return rows
}

/**
 * Gives a member these roles in place of those they have.
 * @throws AppError `record_missing`, `role_missing`, `beyond_own_access` for giving or taking what the asker does not have,
 * `last_administrator`, `policy_locks_out`
 */
export async function assignRoles(
  cx: Context,
  userId: string,
  roleIds: readonly string[],
): Promise<Assignment> {
  await inTransaction(cx, (client) => changeRoles(cx, client, userId, () => roleIds))
  cx.announce(accessTopic(cx.workspace.id))
  return { userId, roleIds }
}
