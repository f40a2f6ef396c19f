import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { updateRecords } from '#server/core/records/index.ts'
import { AppError } from '#shared/errors.ts'
import { membershipStep } from './member-steps.ts'
import type { MemberAccounts } from './members.ts'
import { permitOver } from './permit-over.ts'

/** A member who may be decided about by who asks. @throws AppError `record_missing`, `not_permitted`, `member_has_more` */
async function permitMember(cx: Context, userId: string): Promise<void> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query({
    text: `select from ${schema}."user" where id = $1 and deleted_at is null`,
    values: [userId],
  })
  if (rows.length === 0) throw new AppError('record_missing')
  permitOver(cx.access, await cx.accessOf(userId), cx.workspace.catalogue())
}

const setActive = (cx: Context, id: string, isActive: boolean): Promise<unknown> =>
  updateRecords(
    { ...cx, steps: cx.steps.filter((step) => step !== membershipStep) },
    'user',
    [{ id, isActive }],
    { idsOnly: true },
  )

/**
 * Ends a membership; again, it ends what was left over.
 * @param to who is to have what they leave, as the audit log keeps it
 * @throws AppError `own_membership`, `record_missing`, `not_permitted`, `member_has_more`, `last_administrator`,
 * `policy_locks_out`
 */
export async function deactivate(
  cx: Context,
  members: MemberAccounts,
  userId: string,
  to: string | null,
): Promise<void> {
  if (userId === cx.actor.userId) throw new AppError('own_membership')
  await permitMember(cx, userId)
  await setActive(cx, userId, false)
  await members.end(cx.workspace.id, userId)
  const details = to === null ? {} : { to }
  await recordAudit(cx, { kind: 'memberDeactivated', object: 'user', record: userId, details })
}

/** @throws AppError `record_missing`, `not_permitted`, `member_has_more` */
export async function reactivate(cx: Context, members: MemberAccounts, userId: string): Promise<void> {
  await permitMember(cx, userId)
  await setActive(cx, userId, true)
  await members.resume(cx.workspace.id, userId)
  await recordAudit(cx, { kind: 'memberReactivated', object: 'user', record: userId })
}
