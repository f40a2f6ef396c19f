import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Label } from '#shared/language.ts'
import type { OwnAccess } from '#shared/operations/roles.ts'
import { namedPermissions } from './named-permissions.ts'

/** What who asks may; of what they cannot read nothing is said. */
export async function ownAccess(cx: Context): Promise<OwnAccess> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<{ id: string; key: string; label: Label }>({
    text: `select r.id, r.key, r.label from ${schema}._role r join ${schema}._role_assignment a on a.role_id = r.id
      where a.user_id = $1 order by r.shipped desc, r.id`,
    values: [cx.access.userId],
  })
  const { permissions, teams } = cx.access
  // By the catalogue that they know: what is hidden has no name there.
  const named = namedPermissions(permissions, catalogueOf(cx))
  return {
    permissions: named,
    roles: rows.map(({ id, key, label }) => ({ id, key, name: label[cx.language] })),
    teams,
  }
}
