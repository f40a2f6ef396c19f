import { permitRight } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { AppError } from '#shared/errors.ts'
import type { AccessReview } from '#shared/operations/reviews.ts'
import { addedSql, changeSql } from './changes-since.ts'
import { lockOpenReview, reviewOf } from './review-row.ts'

/**
 * Ends a review in which every line is decided. What happened while it was open is written down with it, and nothing of it
 * changes afterwards.
 * @throws AppError `not_permitted`, `access_review_missing`, `access_review_signed`, `access_review_undecided`
 */
export async function signOff(cx: Context, id: string, comment = ''): Promise<AccessReview> {
  permitRight(cx, 'roles')
  const { schema } = cx.workspace
  return inTransaction(cx, async (client) => {
    const { startsOn } = await lockOpenReview(cx, client, id)
    const { lines, confirmed, withdrawn } = await reviewOf(cx, id, client)
    const open = lines - confirmed - withdrawn
    if (open > 0) throw new AppError('access_review_undecided', { count: open })
    await client.query(
      `update ${schema}._access_review_line l set change = ${changeSql(schema)} where l.review = $1`,
      [id],
    )
    await client.query(
      `update ${schema}._access_review v set signed_at = clock_timestamp(), signed_by = $2, comment = $4,
         signed_name = coalesce((select name from ${schema}."actor" where id = $3), ''), added = ${addedSql(schema)}
       where v.id = $1`,
      [id, cx.actor.userId, cx.actor.id, comment],
    )
    const details = { action: 'sign', startsOn, confirmed, withdrawn, ...(comment !== '' && { comment }) }
    await recordAudit(cx, { kind: 'reviewChanged', count: lines, details }, client)
    return reviewOf(cx, id, client)
  })
}
