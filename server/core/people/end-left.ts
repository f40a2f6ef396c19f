import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { MemberAccounts } from './members.ts'

/**
 * Ends the memberships of those who are active no more, where the server ended between the one and the other: whatever they were
 * signed in with is worth nothing from then on.
 */
export async function endLeft(
  { id: workspaceId, pool, schema }: Workspace,
  members: Pick<MemberAccounts, 'accountsIn' | 'end'>,
): Promise<void> {
  const coming = (await members.accountsIn(workspaceId)).filter(({ active }) => active)
  const { rows } = await pool.query<{ id: string }>({
    text: `select id from ${schema}."user" where id = any($1::uuid[]) and is_active is false`,
    values: [coming.map(({ id }) => id)],
  })
  for (const { id } of rows) await members.end(workspaceId, id)
}
