import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'
import { announcePreferences } from './topic.ts'

/** Forgets a value, if it was set. @throws AppError `not_permitted` */
export async function deletePreference(cx: Context, key: string): Promise<void> {
  const { rowCount } = await cx.workspace.pool.query({
    text: `delete from ${cx.workspace.schema}._preference where user_id = $1 and key = $2`,
    values: [memberOf(cx), key],
  })
  if (rowCount === 1) announcePreferences(cx)
}
