import type { PoolClient } from 'pg'
import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { permitGiving } from './permit-giving.ts'
import { type RoleRow, roleColumns } from './role-row.ts'

/** A role that the asker may change, held until the transaction ends. @throws AppError `role_missing`, `beyond_own_access` */
export async function lockRole(cx: Context, client: PoolClient, id: string): Promise<RoleRow> {
  const { schema } = cx.workspace
  const { rows } = await client.query<RoleRow>(
    `select ${roleColumns(schema)} from ${schema}._role r where r.id = $1 for update of r`,
    [id],
  )
  const [row] = rows
  if (row === undefined) throw new AppError('role_missing')
  permitGiving(cx, row.permissions)
  return row
}
