import type { PoolClient } from 'pg'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { lockAdministrators } from '#server/platform/auth/policy/lock-administrators.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Label } from '#shared/language.ts'
import { keepAdministrator } from './administrators.ts'
import { permitGiving } from './permit-giving.ts'

interface Given {
  readonly id: string
  readonly key: string
  readonly label: Label
  readonly permissions: Permissions
  readonly had: boolean
}

/**
 * Gives a member other roles than they have, within the caller's transaction. Whoever calls it announces it after the commit.
 * @param wanted which, of those that they have
 * @throws AppError `record_missing`, `role_missing`, `beyond_own_access` for giving or taking what the asker does not have,
 * `last_administrator`, `policy_locks_out`
 */
export async function changeRoles(
  cx: Context,
  client: PoolClient,
  userId: string,
  wanted: (had: readonly string[]) => readonly string[],
): Promise<void> {
  const { schema } = cx.workspace
  await lockAdministrators(client, [cx.workspace.id])
  const member = await client.query<{ had: string[] }>(
    `select array(select role_id from ${schema}._role_assignment where user_id = u.id) as had
     from ${schema}."user" u where id = $1 and deleted_at is null`,
    [userId],
  )
  const [row] = member.rows
  if (row === undefined) throw new AppError('record_missing')
  const roleIds = wanted(row.had)
  const { rows } = await client.query<Given>(
    `select r.id, r.key, r.label, r.permissions, a.user_id is not null as had from ${schema}._role r
     left join ${schema}._role_assignment a on a.role_id = r.id and a.user_id = $1
     where r.id = any($2::uuid[]) or a.user_id is not null`,
    [userId, roleIds],
  )
  const known = new Set(rows.map(({ id }) => id))
  const missing = roleIds.findIndex((id) => !known.has(id))
  if (missing >= 0) throw invalidInput([{ path: `/roleIds/${missing}`, code: 'role_missing' }])
  const kept = new Set(roleIds)
  const changed = rows.filter(({ id, had }) => had !== kept.has(id))
  if (changed.length === 0) return
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
  if (changed.some(({ key, had }) => had && key === administrator))
    await keepAdministrator(cx, client, [userId])
  const named = (had: boolean): string[] =>
    changed.filter((role) => role.had === had).map(({ label }) => label[cx.language])
  const details = { given: named(false), taken: named(true) }
  await recordAudit(cx, { kind: 'roleAssigned', object: 'user', record: userId, details }, client)
}
