import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { updateRecords } from '#server/core/records/index.ts'
import { markLeft } from './links.ts'
import type { DirectoryMembers, Joining } from './members.ts'
import { giveUsualRole } from './usual-role.ts'

/**
 * Ends somebody's membership: they are active no more, and whatever they were signed in with is worth nothing at once.
 * @throws AppError last_administrator, policy_locks_out
 */
export async function endMembership(
  cx: Context,
  members: DirectoryMembers,
  source: string,
  userId: string,
): Promise<void> {
  await updateRecords(cx, 'user', [{ id: userId, isActive: false }], { idsOnly: true, single: true })
  await members.leave(cx.workspace.id, userId)
  await note(cx, 'memberDeactivated', source, userId)
  await markLeft(cx.workspace, source, userId, true)
}

/** Takes a membership up again that was ended. */
export async function takeBack(
  cx: Context,
  members: DirectoryMembers,
  source: string,
  userId: string,
): Promise<void> {
  await updateRecords(cx, 'user', [{ id: userId, isActive: true }], { idsOnly: true, single: true })
  await members.comeBack(cx.workspace.id, userId)
  await note(cx, 'memberReactivated', source, userId)
  await markLeft(cx.workspace, source, userId, false)
}

/** Makes an account for a member who has none, and gives who has no role the usual one. */
export async function letIn(
  cx: Context,
  members: DirectoryMembers,
  source: string,
  joining: Joining,
): Promise<'joined' | 'elsewhere'> {
  const { userId } = joining
  const outcome = await members.join(cx, joining)
  if (outcome === 'elsewhere') return outcome
  await giveUsualRole(cx, userId)
  await note(cx, 'memberJoined', source, userId)
  return outcome
}

const note = (
  cx: Context,
  kind: 'memberJoined' | 'memberDeactivated' | 'memberReactivated',
  source: string,
  record: string,
): Promise<string> => recordAudit(cx, { kind, object: 'user', record, details: { directory: source } })
