import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { run } from '../database.ts'

/** Times an hour that somebody may ask after what they cannot see: enough for a day at the telephone, too few to go through a list. */
export const mostChecks = 60

/**
 * Counts one question of this person’s after records beyond their reach; every process counts alike.
 * @throws AppError `too_many_requests` with the seconds until the next hour
 */
export async function countCheck(cx: Context): Promise<void> {
  const [row] = await run(cx.workspace.pool, {
    text: `insert into ${cx.workspace.schema}._ownership_check as c (user_id, hour, count)
      values (coalesce($1::uuid, $2::uuid), date_trunc('hour', now()), 1)
      on conflict (user_id, hour) do update set count = c.count + 1
      returning count, ceil(extract(epoch from hour + interval '1 hour' - now()))::integer`,
    values: [cx.actor.userId, cx.actor.id],
  })
  if (Number(row![0]) > mostChecks) throw new AppError('too_many_requests', { seconds: Number(row![1]) })
}
