import type { Workspace } from '#server/core/workspaces/workspace.ts'

/** Ids of the members who bear the role with this key. */
export async function membersBearing({ pool, schema }: Workspace, key: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    text: `select a.user_id as id from ${schema}._role_assignment a join ${schema}._role r on r.id = a.role_id
      where r.key = $1 order by a.user_id`,
    values: [key],
  })
  return rows.map(({ id }) => id)
}
