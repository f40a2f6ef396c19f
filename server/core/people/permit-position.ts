import { type Access, permitRight } from '#server/core/access/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { beyond } from '#shared/access/beyond.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { AppError, invalidInput } from '#shared/errors.ts'

/** What somebody is invited to be. */
export interface Position {
  readonly roleIds: readonly string[]
  readonly teamId: string | null
}

/**
 * Whether somebody may let others in with these roles, into this team.
 * @param own what who asks may
 * @throws AppError `not_permitted` to who lacks the right `people`; `role_missing`, `beyond_own_access`, `record_not_found`
 */
export async function permitPosition(
  workspace: Workspace,
  own: Access,
  { roleIds, teamId }: Position,
): Promise<void> {
  permitRight({ access: own }, 'people')
  const { pool, schema } = workspace
  const { rows } = await pool.query<{ id: string; permissions: Permissions }>({
    text: `select id, permissions from ${schema}._role where id = any($1::uuid[])`,
    values: [roleIds],
  })
  const known = new Map(rows.map(({ id, permissions }) => [id, permissions]))
  for (const [index, id] of roleIds.entries()) {
    const permissions = known.get(id)
    if (permissions === undefined) throw invalidInput([{ path: `/roleIds/${index}`, code: 'role_missing' }])
    const what = beyond(permissions, own.permissions, workspace.catalogue())
    if (what !== undefined) throw new AppError('beyond_own_access', { what })
  }
  if (teamId === null) return
  const found = await pool.query({
    text: `select from ${schema}.team where id = $1 and deleted_at is null`,
    values: [teamId],
  })
  if (found.rows.length === 0)
    throw invalidInput([
      { path: '/teamId', code: 'record_not_found', parameters: { id: teamId, object: 'team' } },
    ])
}
