import { accessTopic } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { updateRecords } from '#server/core/records/index.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { changeRoles } from '#server/core/roles/change-roles.ts'
import type { Position } from './permit-position.ts'

/** Puts a member where an invitation said, in place of what they were before. What it gives was permitted to who invited. */
export async function givePosition(
  cx: Context,
  userId: string,
  { roleIds, teamId }: Position,
): Promise<void> {
  // Reading what somebody may plants the roles where they are not there yet.
  await cx.accessOf(userId)
  await inTransaction(cx, (client) => changeRoles(cx, client, userId, () => roleIds))
  cx.announce(accessTopic(cx.workspace.id))
  if (teamId !== null) await updateRecords(cx, 'user', [{ id: userId, teamId }], { idsOnly: true })
}
