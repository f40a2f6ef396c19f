import { accessTopic } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { member } from '#shared/access/shipped-roles.ts'

/** Gives who bears no role yet the one of a member. A directory gives no other. */
export async function giveUsualRole(cx: Context, userId: string): Promise<void> {
  const { pool, schema, id } = cx.workspace
  const { rowCount } = await pool.query({
    text: `insert into ${schema}._role_assignment (user_id, role_id, assigned_by)
      select $1::uuid, id, $3::uuid from ${schema}._role where key = $2
        and not exists (select from ${schema}._role_assignment where user_id = $1::uuid)
      on conflict do nothing`,
    values: [userId, member, cx.actor.id],
  })
  if (rowCount !== 0) cx.announce(accessTopic(id))
}
