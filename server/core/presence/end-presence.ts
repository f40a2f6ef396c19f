import { catalogueOf } from '#server/core/access/index.ts'
import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'
import { announcePresence } from './topic.ts'

/** Notes that a tab of the asker shows nothing any more. @throws AppError `not_permitted` */
export async function endPresence(cx: Context, tab: string): Promise<void> {
  const { rows } = await cx.workspace.pool.query<{ object_key: string; record_id: string | null }>({
    text: `delete from ${cx.workspace.schema}._presence where user_id = $1 and tab = $2 returning object_key, record_id`,
    values: [memberOf(cx), tab],
  })
  const [left] = rows
  const object = left && catalogueOf(cx).byKey(left.object_key)
  if (left !== undefined && object !== undefined)
    announcePresence(cx, { object: object.name, id: left.record_id })
}
