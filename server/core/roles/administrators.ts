import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { AppError } from '#shared/errors.ts'

/** Active members who may do everything, as the transaction sees them. */
async function activeAdministrators(client: Runner, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    text: `select u.id from ${schema}._role_assignment a join ${schema}._role r on r.id = a.role_id
      join ${schema}."user" u on u.id = a.user_id
      where r.key = $1 and u.deleted_at is null and u.is_active is not false`,
    values: [administrator],
  })
  return rows.map(({ id }) => id)
}

/** The same, as they are kept now: read where nobody waits for `lockAdministrators`. */
export const administratorsOf = ({ queryPool, schema }: Workspace): Promise<string[]> =>
  activeAdministrators(queryPool, schema)

/**
 * Somebody always may do everything, and can come in to do it. Call it behind `lockAdministrators`, after the change.
 * @param leaving members who were active administrators before
 * @throws AppError `last_administrator`; `policy_locks_out` where all who stay have no way in, and who leaves had one
 */
export async function keepAdministrator(
  { workspace, comesIn }: Pick<Context, 'workspace' | 'comesIn'>,
  client: Runner,
  leaving: readonly string[],
): Promise<void> {
  const staying = await activeAdministrators(client, workspace.schema)
  if (staying.length === 0) throw new AppError('last_administrator')
  if (!(await comesIn(staying)) && (await comesIn(leaving))) throw new AppError('policy_locks_out')
}
