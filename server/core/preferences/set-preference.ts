import { memberOf } from '#server/core/access/member.ts'
import type { Context } from '#server/core/context.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { largestPreference, mostPreferences } from '#shared/operations/preferences.ts'
import { announcePreferences } from './topic.ts'

/** Keeps any JSON under a key. @throws AppError `preference_too_large`, `too_many_preferences`, `not_permitted` */
export async function setPreference(cx: Context, key: string, value: unknown): Promise<void> {
  const userId = memberOf(cx)
  if (value === undefined) throw invalidInput([{ path: '', code: 'required', parameters: { label: key } }])
  const json = JSON.stringify(value)
  if (Buffer.byteLength(json) > largestPreference)
    throw new AppError('preference_too_large', { most: largestPreference })
  const { schema } = cx.workspace
  const { rowCount } = await cx.workspace.pool.query({
    text: `insert into ${schema}._preference (user_id, key, value)
      select $1, $2, $3 where (select count(*) from ${schema}._preference where user_id = $1 and key <> $2) < $4
      on conflict (user_id, key) do update set value = excluded.value`,
    values: [userId, key, json, mostPreferences],
  })
  if (rowCount === 0) throw new AppError('too_many_preferences', { most: mostPreferences })
  announcePreferences(cx)
}
