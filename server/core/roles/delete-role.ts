import { accessTopic } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { AppError } from '#shared/errors.ts'
import { lockRole } from './lock-role.ts'

/** What was shared with the role is shared with nobody any more. @throws AppError `role_missing`, `role_protected`, `role_in_use`, `beyond_own_access` */
export async function deleteRole(cx: Context, id: string): Promise<void> {
  const { schema } = cx.workspace
  await inTransaction(cx, async (client) => {
    const { shipped, members, label } = await lockRole(cx, client, id)
    const name = label[cx.language]
    if (shipped) throw new AppError('role_protected', { name })
    if (members > 0) throw new AppError('role_in_use', { name, count: members })
    await client.query(`delete from ${schema}._sharing_rule where grantee = $1`, [`role:${id}`])
    await client.query(`delete from ${schema}._record_share where grantee = $1`, [`role:${id}`])
    await client.query(`delete from ${schema}._role where id = $1`, [id])
    await recordAudit(cx, { kind: 'roleChanged', details: { role: name, action: 'delete' } }, client)
  })
  cx.announce(accessTopic(cx.workspace.id))
}
