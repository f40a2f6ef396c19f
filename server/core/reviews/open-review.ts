import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { isDatabaseError } from '#server/platform/database/index.ts'
import { AppError } from '#shared/errors.ts'
import type { AccessReview } from '#shared/operations/reviews.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { AccountsOf } from './accounts.ts'
import { quarterOf } from './quarter.ts'
import { reviewOf } from './review-row.ts'
import { snapshotLines } from './snapshot-lines.ts'

/**
 * Writes down who has what now, for somebody to confirm.
 * @throws AppError `access_review_open` where one is not signed off yet
 */
export async function openReview(
  cx: Context,
  accountsOf: AccountsOf,
  bySchedule = false,
): Promise<AccessReview> {
  const { workspace } = cx
  const { schema } = workspace
  // Reading what somebody may plants the roles where they are not there yet.
  await cx.accessOf(cx.actor.userId ?? cx.actor.id)
  const accounts = await accountsOf(workspace.id)
  const id = uuidv7()
  const startsOn = quarterOf(cx.now(), workspace.settings())
  try {
    return await inTransaction(cx, async (client) => {
      await client.query(
        `insert into ${schema}._access_review (id, starts_on, by_schedule, opened_by, opened_name, roles)
         select $1, $2, $3, $4, coalesce((select name from ${schema}."actor" where id = $4), ''), (
           select json_agg(json_build_object('id', r.id, 'key', r.key, 'label', r.label, 'permissions', r.permissions,
             'members', (select count(*) from ${schema}._role_assignment a where a.role_id = r.id))
             order by r.shipped desc, r.id) from ${schema}._role r)`,
        [id, startsOn, bySchedule, cx.actor.id],
      )
      await client.query(
        `insert into ${schema}._access_review_line
           (id, review, number, user_id, name, role_id, role_key, role_label, role_version, snapshot)
         select gen_random_uuid(), $1, l.number, l.user_id, l.name, l.role_id, l.role_key, l.role_label, l.role_version, l.snapshot
         from (${snapshotLines(workspace, '$2::json')}) l`,
        [id, JSON.stringify(accounts)],
      )
      const review = await reviewOf(cx, id, client)
      const details = { action: 'open', startsOn, bySchedule }
      await recordAudit(cx, { kind: 'reviewChanged', count: review.lines, details }, client)
      return review
    })
  } catch (error) {
    if (isDatabaseError(error, '23505')) throw new AppError('access_review_open', {}, { cause: error })
    throw error
  }
}
