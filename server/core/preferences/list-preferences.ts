import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'

/** @returns JSON text `{"key": value, …}` @throws AppError `not_permitted` */
export async function listPreferences(cx: Context): Promise<string> {
  const { rows } = await cx.workspace.pool.query<{ preferences: string }>({
    text: `select coalesce(json_object_agg(key, value order by key), '{}')::text as preferences
            from ${cx.workspace.schema}._preference where user_id = $1`,
    values: [memberOf(cx)],
  })
  return rows[0]?.preferences ?? '{}'
}
