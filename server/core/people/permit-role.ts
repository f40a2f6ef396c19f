import type { Access } from '#server/core/access/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { beyond } from '#shared/access/beyond.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { AppError } from '#shared/errors.ts'

/** Nobody lets a person join with a role that is more than they have. @throws AppError `beyond_own_access` */
export async function permitRole(workspace: Workspace, own: Access, key: string): Promise<void> {
  const { pool, schema } = workspace
  const { rows } = await pool.query<{ permissions: Permissions }>({
    text: `select permissions from ${schema}._role where key = $1`,
    values: [key],
  })
  for (const { permissions } of rows) {
    const what = beyond(permissions, own.permissions, workspace.catalogue())
    if (what !== undefined) throw new AppError('beyond_own_access', { what })
  }
}
