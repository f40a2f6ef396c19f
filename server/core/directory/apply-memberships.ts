import { membersBearing } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { KnownPerson } from './known.ts'
import type { DirectoryMembers } from './members.ts'
import { endMembership, letIn, takeBack } from './membership.ts'
import type { PeoplePlan } from './plan-people.ts'
import { refusalOf } from './refusal.ts'
import type { Tally } from './report.ts'
import { writeTolerantly } from './write-tolerantly.ts'

interface Parts {
  readonly cx: Context
  readonly source: string
  readonly members: DirectoryMembers
  readonly tally: Tally
  /** Whether people sign in through the source. */
  readonly signsIn: boolean
}

/** Lets in who is there and has no account yet, and who came back. */
export async function applyArrivals(
  { cx, source, members, tally, signsIn }: Parts,
  { present, returning }: PeoplePlan,
  without: ReadonlySet<string>,
): Promise<void> {
  const { id: workspaceId } = cx.workspace
  for (const { id } of returning) {
    await takeBack(cx, members, source, id)
    tally.add('returned')
  }
  const known = await members.withAccount(workspaceId)
  for (const { id, person } of [...present, ...returning]) {
    if (known.has(id) || without.has(id)) continue
    const { subject, name } = person
    const identity = signsIn ? { identity: { provider: source, subject } } : {}
    const outcome = await letIn(cx, members, source, { userId: id, person, ...identity })
    if (outcome === 'elsewhere') tally.skip({ subject, name, reason: 'accountElsewhere' })
  }
}

/**
 * Ends the memberships of who left; one administrator who can come in stays, whatever the directory says. Who cannot be ended is
 * told in the report, and the others are.
 */
export async function applyDepartures(
  { cx, source, members, tally }: Parts,
  { leaving }: PeoplePlan,
): Promise<void> {
  for (const person of leaving) {
    const { id, subject, name } = person
    const [refused] = await writeTolerantly([person], () => endMembership(cx, members, source, id))
    if (refused === undefined) tally.add('deactivated')
    else if (needed.has(refused.error.code)) tally.skip({ subject, name, reason: 'lastAdministrator' })
    else tally.skip(refusalOf(subject, name, refused.error))
  }
}

/** The others may have left since the plan was made, or have no way in. */
const needed: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['last_administrator', 'policy_locks_out'])

/** The plan without the departure of the last administrator. */
export async function spareLastAdministrator(
  { cx, tally }: Pick<Parts, 'cx' | 'tally'>,
  plan: PeoplePlan,
  known: readonly KnownPerson[],
): Promise<PeoplePlan> {
  const bearing = new Set(await membersBearing(cx.workspace, administrator))
  const active = known.filter(({ id, isActive }) => isActive !== false && bearing.has(id))
  const leaving = new Set(plan.leaving.map(({ id }) => id))
  const last = active.every(({ id }) => leaving.has(id)) ? active[0] : undefined
  if (last === undefined) return plan
  const kept = plan.leaving.find(({ id }) => id === last.id)
  if (kept !== undefined) tally.skip({ subject: kept.subject, name: kept.name, reason: 'lastAdministrator' })
  return { ...plan, leaving: plan.leaving.filter(({ id }) => id !== last.id) }
}
