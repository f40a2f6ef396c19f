import { accessTopic } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { AppError } from '#shared/errors.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import type { Role, RoleChange } from '#shared/operations/roles.ts'
import { checkPermissions } from './check-permissions.ts'
import { lockRole } from './lock-role.ts'
import { permitGiving } from './permit-giving.ts'
import { presentRole, type RoleRow, roleColumns } from './role-row.ts'

/**
 * Administrators may do everything: that role stays as it is.
 * @throws AppError with an issue for each bad part; `role_missing`, `role_protected`, `beyond_own_access`, `name_taken`,
 * `version_conflict`
 */
export async function updateRole(
  cx: Context,
  id: string,
  change: RoleChange,
  expected: number | undefined,
): Promise<Role> {
  const { schema } = cx.workspace
  const row = await inTransaction(cx, async (client) => {
    const before = await lockRole(cx, client, id)
    const name = before.label[cx.language]
    if (before.key === administrator) throw new AppError('role_protected', { name })
    if (expected !== undefined && expected !== before.version)
      throw new AppError('version_conflict', { actual: before.version, expected })
    const permissions =
      change.permissions === undefined
        ? before.permissions
        : checkPermissions(change.permissions, cx.workspace.catalogue(), cx.language)
    permitGiving(cx, permissions)
    const label = change.name === undefined ? before.label : sameInAllLanguages(change.name.trim())
    const description =
      change.description === undefined ? before.description : sameInAllLanguages(change.description)
    const { rows } = await client.query<RoleRow>(
      `update ${schema}._role r set label = $2, description = $3, permissions = $4, version = version + 1, updated_at = now()
       where id = $1 and not exists (select from ${schema}._role o where o.id <> $1 and o.label ->> $5 = $6)
       returning ${roleColumns(schema)}`,
      [
        id,
        JSON.stringify(label),
        JSON.stringify(description),
        JSON.stringify(permissions),
        cx.language,
        label[cx.language],
      ],
    )
    if (rows[0] === undefined) throw new AppError('name_taken', { name: label[cx.language] })
    const details = { role: label[cx.language], action: 'update', before: before.permissions, permissions }
    await recordAudit(cx, { kind: 'roleChanged', details }, client)
    return rows[0]
  })
  cx.announce(accessTopic(cx.workspace.id))
  return presentRole(cx, row)
}
