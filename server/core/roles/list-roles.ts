import type { Context } from '#server/core/context.ts'
import type { Role } from '#shared/operations/roles.ts'
import { presentRole, type RoleRow, roleColumns } from './role-row.ts'

/** Those that came with Kith first, then by name. */
export async function listRoles(cx: Context): Promise<Role[]> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<RoleRow>({
    text: `select ${roleColumns(schema)} from ${schema}._role r order by r.shipped desc, r.id`,
  })
  return rows.map((row) => presentRole(cx, row))
}
