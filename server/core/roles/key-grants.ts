import type { Access } from '#server/core/access/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { beyond } from '#shared/access/beyond.ts'
import type { KeyGrant } from '#shared/access/key-grant.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import type { Label, Language } from '#shared/language.ts'
import { nearest } from '#shared/nearest.ts'

/**
 * What a key shall be narrowed to, its objects by names → by keys.
 * @param own what its member may: nobody hands out a role that they could not give
 * @throws AppError `role_missing`, `beyond_own_access`, and for each object that is not there
 */
export async function checkKeyGrant(workspace: Workspace, own: Access, wanted: KeyGrant): Promise<KeyGrant> {
  const catalogue = workspace.catalogue()
  if (wanted.roleId !== null) {
    const { rows } = await workspace.pool.query<{ permissions: Permissions }>({
      text: `select permissions from ${workspace.schema}._role where id = $1`,
      values: [wanted.roleId],
    })
    if (rows[0] === undefined) throw new AppError('role_missing')
    const what = beyond(rows[0].permissions, own.permissions, catalogue)
    if (what !== undefined) throw new AppError('beyond_own_access', { what })
  }
  const issues: Issue[] = []
  const keys = wanted.objects?.flatMap((name, index) => {
    const object = catalogue.find(name)
    if (object !== undefined) return [object.key]
    const suggestion = nearest(
      name,
      catalogue.objects.map((other) => other.name),
    )
    issues.push({ path: `/objects/${index}`, code: 'unknown_object', parameters: { name, suggestion } })
    return []
  })
  if (issues.length > 0) throw invalidInput(issues)
  return { ...wanted, objects: keys ?? null }
}

/** As people read it: the role's name, null where it is gone; objects by their names, without those that are gone. */
export interface GrantDocument {
  readonly role: { readonly id: string; readonly name: string | null } | null
  readonly readOnly: boolean
  readonly objects: readonly string[] | null
}

export async function describeKeyGrants(
  workspace: Workspace,
  grants: readonly KeyGrant[],
  language: Language,
): Promise<GrantDocument[]> {
  const ids = grants.flatMap(({ roleId }) => roleId ?? [])
  const { rows } = await workspace.pool.query<{ id: string; label: Label }>({
    text: `select id, label from ${workspace.schema}._role where id = any($1::uuid[])`,
    values: [ids],
  })
  const names = new Map(rows.map(({ id, label }) => [id, label[language]]))
  const catalogue = workspace.catalogue()
  return grants.map(({ roleId, readOnly, objects }) => ({
    role: roleId === null ? null : { id: roleId, name: names.get(roleId) ?? null },
    readOnly,
    objects: objects?.flatMap((key) => catalogue.byKey(key)?.name ?? []) ?? null,
  }))
}

/** @throws AppError `role_missing` where one is not there */
export async function requireRoles(workspace: Workspace, ids: readonly string[]): Promise<void> {
  const { rows } = await workspace.pool.query<{ id: string }>({
    text: `select id from ${workspace.schema}._role where id = any($1::uuid[])`,
    values: [[...ids]],
  })
  if (rows.length < ids.length) throw new AppError('role_missing')
}
