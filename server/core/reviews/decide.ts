import type { PoolClient } from 'pg'
import { accessTopic, permitRight } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { withdrawRole } from '#server/core/roles/withdraw-role.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Label } from '#shared/language.ts'
import type { AccessReview, ReviewDecision, ReviewDecisionBody } from '#shared/operations/reviews.ts'
import { lockOpenReview, reviewOf } from './review-row.ts'

interface Line {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly roleId: string
  readonly label: Label
  readonly decision: ReviewDecision | null
}

/**
 * Confirms lines of an open review, or withdraws them, which takes the role from the member: all or none.
 * @throws AppError `access_review_missing`, `access_review_signed`, `access_review_line_missing`,
 * `access_review_line_withdrawn`, `not_permitted`, `beyond_own_access`, `last_administrator`, `policy_locks_out`
 */
export async function decide(
  cx: Context,
  id: string,
  { lines, decision, comment }: ReviewDecisionBody,
): Promise<AccessReview> {
  if (decision === 'withdrawn') permitRight(cx, 'people')
  const { schema } = cx.workspace
  const review = await inTransaction(cx, async (client) => {
    const { startsOn } = await lockOpenReview(cx, client, id)
    const chosen = await linesOf(client, schema, id, lines)
    for (const { userId, name, roleId, label, decision: before } of chosen) {
      if (decision === 'withdrawn') await withdrawRole(cx, client, userId, roleId)
      else if (before === 'withdrawn')
        throw new AppError('access_review_line_withdrawn', { name, role: label[cx.language] })
    }
    await client.query(
      `update ${schema}._access_review_line set decision = $3, decided_at = clock_timestamp(), decided_by = $4,
         decided_name = coalesce((select name from ${schema}."actor" where id = $5), ''), comment = coalesce($6, comment)
       where review = $1 and id = any($2::uuid[])`,
      [id, lines, decision, cx.actor.userId, cx.actor.id, comment],
    )
    const few = chosen.slice(0, 20).map(({ name, label }) => ({ name, role: label[cx.language] }))
    const details = { startsOn, decision, lines: few, ...(comment && { comment }) }
    await recordAudit(cx, { kind: 'reviewDecided', count: chosen.length, details }, client)
    return reviewOf(cx, id, client)
  })
  if (decision === 'withdrawn') cx.announce(accessTopic(cx.workspace.id))
  return review
}

async function linesOf(
  client: PoolClient,
  schema: string,
  review: string,
  ids: readonly string[],
): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `select id, user_id "userId", name, role_id "roleId", role_label "label", decision
     from ${schema}._access_review_line where review = $1 and id = any($2::uuid[]) order by number`,
    [review, ids],
  )
  const known = new Set(rows.map((line) => line.id))
  const missing = ids.findIndex((id) => !known.has(id))
  if (missing >= 0) throw invalidInput([{ path: `/lines/${missing}`, code: 'access_review_line_missing' }])
  return rows
}
