import type { WriteBatch, WriteStep } from '#server/core/records/index.ts'
import { keepAdministrator } from '#server/core/roles/administrators.ts'
import { lockAdministrators } from '#server/platform/auth/policy/lock-administrators.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { AppError } from '#shared/errors.ts'

type Followed = Parameters<NonNullable<WriteStep['follow']>>[0]

/**
 * Whether a member is active is a matter of their membership, which ends and begins by operations of its own; records of people
 * without an account are anybody's to change who may.
 */
export const membershipStep: WriteStep = {
  name: 'membership of members',
  object: 'user',
  watches: new Set(['is_active']),
  async follow(batch) {
    const { cx, action } = batch
    if (cx.source === 'system' || action === 'create' || action === 'restore') return
    const deleting = action === 'delete'
    const changed = deleting
      ? batch.rows
      : batch.rows.filter(
          ({ columns, before }) => columns.is_active !== undefined && columns.is_active !== before?.is_active,
        )
    const member = await firstMember(batch, changed)
    if (member === undefined) return
    throw deleting ? new AppError('member_not_deletable', { name: member }) : new AppError('membership_kept')
  },
}

/** An administrator stays who can come in, whichever way others leave. */
export const lastAdministratorStep: WriteStep = {
  name: 'last administrator',
  object: 'user',
  watches: new Set(['is_active']),
  async follow({ cx, client, rows, action }) {
    const leaving = rows.filter(({ columns }) => action === 'delete' || columns.is_active === false)
    if (leaving.length === 0) return
    const { id: workspaceId, schema } = cx.workspace
    await lockAdministrators(client, [workspaceId])
    const { rows: bearing } = await client.query<{ id: string }>({
      text: `select a.user_id as id from ${schema}._role_assignment a join ${schema}._role r on r.id = a.role_id
        where r.key = $1 and a.user_id = any($2::uuid[])`,
      values: [administrator, leaving.map(({ id }) => id)],
    })
    if (bearing.length > 0)
      await keepAdministrator(
        cx,
        client,
        bearing.map(({ id }) => id),
      )
  },
}

/** The name of the first of these who has, or had, an account: an actor stands for each. */
async function firstMember({ cx, client }: WriteBatch, rows: Followed['rows']): Promise<string | undefined> {
  if (rows.length === 0) return undefined
  const { schema } = cx.workspace
  const { rows: found } = await client.query<{ name: string }>({
    text: `select u.name from ${schema}."user" u where u.id = any($1::uuid[]) and exists (
        select from ${schema}.actor a where a."user" = u.id and a.kind = 'user' and a.deleted_at is null) limit 1`,
    values: [rows.map(({ id }) => id)],
  })
  return found[0]?.name
}
