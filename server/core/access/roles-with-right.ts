import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { Right } from '#shared/access/permissions.ts'

/** Ids of the roles that give a right. */
export async function rolesWithRight({ pool, schema }: Workspace, right: Right): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    text: `select id from ${schema}._role where permissions->'rights' ? $1 order by id`,
    values: [right],
  })
  return rows.map(({ id }) => id)
}
