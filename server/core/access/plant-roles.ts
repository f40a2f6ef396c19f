import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { administrator, member, shippedRoles } from '#shared/access/shipped-roles.ts'
import { uuidv7 } from '#shared/uuid.ts'

export interface Membership {
  readonly userId: string
  readonly role: 'admin' | 'member'
}

/** Gives a workspace the roles that come with Kith, once, and its members those that fit what they were before. */
export async function plantRoles(
  workspace: Workspace,
  membershipsOf: () => Promise<readonly Membership[]>,
): Promise<void> {
  const { pool, schema } = workspace
  const { rows } = await pool.query<{ planted: boolean }>({
    text: `select exists (select from ${schema}._role) as planted`,
  })
  if (rows[0]!.planted) return
  const roles = shippedRoles.map(({ key, label, description, permissions }) => ({
    id: uuidv7(),
    key,
    label,
    description,
    permissions,
  }))
  // One statement: whoever comes second finds the keys taken and assigns nothing.
  await pool.query({
    text: `with planted as (
        insert into ${schema}._role (id, key, label, description, permissions, shipped)
        select r.id, r.key, r.label, r.description, r.permissions, true
        from jsonb_to_recordset($1::jsonb) as r(id uuid, key text, label jsonb, description jsonb, permissions jsonb)
        on conflict (key) do nothing returning id, key
      )
      insert into ${schema}._role_assignment (user_id, role_id)
      select m."userId", p.id from jsonb_to_recordset($2::jsonb) as m("userId" uuid, role text)
      join planted p on p.key = case m.role when 'admin' then '${administrator}' else '${member}' end
      on conflict do nothing`,
    values: [JSON.stringify(roles), JSON.stringify(await membershipsOf())],
  })
}
