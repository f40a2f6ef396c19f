import { accessTopic } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import type { NewRole, Role } from '#shared/operations/roles.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { checkPermissions } from './check-permissions.ts'
import { permitGiving } from './permit-giving.ts'
import { presentRole, type RoleRow, roleColumns } from './role-row.ts'

/** @throws AppError with an issue for each bad part; `beyond_own_access`, `name_taken` */
export async function createRole(cx: Context, input: NewRole): Promise<Role> {
  const { pool, schema } = cx.workspace
  const permissions = checkPermissions(input.permissions, cx.workspace.catalogue(), cx.language)
  permitGiving(cx, permissions)
  const id = uuidv7()
  const label = sameInAllLanguages(input.name.trim())
  const description = sameInAllLanguages(input.description ?? '')
  const { rows } = await pool.query<RoleRow>({
    text: `with r as (
        insert into ${schema}._role (id, key, label, description, permissions, shipped)
        select $1::uuid, $1::uuid::text, $3::jsonb, $4::jsonb, $5::jsonb, false
        where not exists (select from ${schema}._role where label ->> $6 = $2::text) returning *
      ) select ${roleColumns(schema)} from r`,
    values: [
      id,
      input.name.trim(),
      JSON.stringify(label),
      JSON.stringify(description),
      JSON.stringify(permissions),
      cx.language,
    ],
  })
  if (rows[0] === undefined) throw new AppError('name_taken', { name: input.name })
  await recordAudit(cx, {
    kind: 'roleChanged',
    details: { role: input.name, action: 'create', permissions: input.permissions },
  })
  cx.announce(accessTopic(cx.workspace.id))
  return presentRole(cx, rows[0])
}
