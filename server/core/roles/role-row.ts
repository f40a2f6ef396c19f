import type { Context } from '#server/core/context.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Label } from '#shared/language.ts'
import type { Role } from '#shared/operations/roles.ts'
import { namedPermissions } from './named-permissions.ts'

/** A row of `_role`, with the number of those who bear it. */
export interface RoleRow {
  readonly id: string
  readonly key: string
  readonly label: Label
  readonly description: Label
  /** By keys. */
  readonly permissions: Permissions
  readonly shipped: boolean
  readonly version: number
  readonly members: number
}

export const roleColumns = (schema: string): string =>
  `r.id, r.key, r.label, r.description, r.permissions, r.shipped, r.version,
    (select count(*)::int from ${schema}._role_assignment a where a.role_id = r.id) as members`

/** As the API gives it: what it permits is for who may change roles. */
export function presentRole(cx: Context, row: RoleRow): Role {
  const { id, key, label, description, shipped, version, members, permissions } = row
  const open = cx.access.permissions.rights.includes('roles')
  return {
    id,
    key,
    name: label[cx.language],
    description: description[cx.language],
    shipped,
    members,
    version,
    ...(open && { permissions: namedPermissions(permissions, cx.workspace.catalogue()) }),
  }
}
