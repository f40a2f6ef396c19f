import type { PoolClient } from 'pg'
import { accessTopic } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Label } from '#shared/language.ts'
import { permitGiving } from './permit-giving.ts'

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

interface Given {
  readonly id: string
  readonly key: string
  readonly label: Label
  readonly permissions: Permissions
  readonly had: boolean
}

/**
 * Gives a member these roles in place of those they have.
 * @throws AppError `record_missing`, `role_missing`, `beyond_own_access` for giving or taking what the asker does not have,
 * `last_administrator`
 */
export async function assignRoles(
  cx: Context,
  userId: string,
  roleIds: readonly string[],
): Promise<Assignment> {
  const { schema } = cx.workspace
  await inTransaction(cx, async (client) => {
    // One after the other: two administrators who demote each other would leave none.
    await client.query(`select from ${schema}._role where key = $1 for update`, [administrator])
    const member = await client.query(`select from ${schema}."user" where id = $1 and deleted_at is null`, [
      userId,
    ])
    if (member.rows.length === 0) throw new AppError('record_missing')
    const { rows } = await client.query<Given>(
      `select r.id, r.key, r.label, r.permissions, a.user_id is not null as had from ${schema}._role r
       left join ${schema}._role_assignment a on a.role_id = r.id and a.user_id = $1
       where r.id = any($2::uuid[]) or a.user_id is not null`,
      [userId, roleIds],
    )
    const wanted = new Set(roleIds)
    const known = new Set(rows.map(({ id }) => id))
    const missing = roleIds.findIndex((id) => !known.has(id))
    if (missing >= 0) throw invalidInput([{ path: `/roleIds/${missing}`, code: 'role_missing' }])
    const changed = rows.filter(({ id, had }) => had !== wanted.has(id))
    for (const { permissions } of changed) permitGiving(cx, permissions)
    await client.query(
      `delete from ${schema}._role_assignment where user_id = $1 and role_id <> all($2::uuid[])`,
      [userId, roleIds],
    )
    await client.query(
      `insert into ${schema}._role_assignment (user_id, role_id, assigned_by)
       select $1, r, $3 from unnest($2::uuid[]) r on conflict do nothing`,
      [userId, roleIds, cx.actor.id],
    )
    if (changed.some(({ key }) => key === administrator)) await keepAdministrator(client, schema)
    const named = (had: boolean): string[] =>
      changed.filter((role) => role.had === had).map(({ label }) => label[cx.language])
    const details = { given: named(false), taken: named(true) }
    await recordAudit(cx, { kind: 'roleAssigned', object: 'user', record: userId, details }, client)
  })
  cx.announce(accessTopic(cx.workspace.id))
  return { userId, roleIds }
}

/** @throws AppError `last_administrator` where no active member is left who may do everything */
async function keepAdministrator(client: PoolClient, schema: string): Promise<void> {
  const { rows } = await client.query(
    `select from ${schema}._role_assignment a join ${schema}._role r on r.id = a.role_id
     join ${schema}."user" u on u.id = a.user_id
     where r.key = $1 and u.deleted_at is null and u.is_active is not false limit 1`,
    [administrator],
  )
  if (rows.length === 0) throw new AppError('last_administrator')
}
