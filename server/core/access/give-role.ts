import type { Context } from '#server/core/context.ts'
import { accessTopic } from './registry.ts'

/** Gives a member one of the roles that come with Kith, by its key, in place of those they had. */
export async function giveRole(cx: Context, userId: string, key: string): Promise<void> {
  const { pool, schema, id } = cx.workspace
  // Reading what somebody may plants the roles where they are not there yet.
  await cx.accessOf(userId)
  await pool.query({
    text: `with given as (
        insert into ${schema}._role_assignment (user_id, role_id, assigned_by)
        select $1::uuid, id, $3::uuid from ${schema}._role where key = $2 on conflict do nothing
      )
      delete from ${schema}._role_assignment a using ${schema}._role r
      where a.user_id = $1::uuid and r.id = a.role_id and r.key <> $2`,
    values: [userId, key, cx.actor.id],
  })
  cx.announce(accessTopic(id))
}
