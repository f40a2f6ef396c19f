import { AppError, invalidInput } from '#shared/errors.ts'
import { readWaysIn } from '../accounts.ts'
import type { Auth } from '../auth.ts'
import type { Client } from '../authority.ts'
import type { Identity } from '../identity.ts'
import type { OpenInvitation } from '../invitations/invitations.ts'
import type { AuthHooks } from './hooks.ts'

interface Joining {
  readonly auth: Auth
  readonly hooks: AuthHooks
  readonly invitation: OpenInvitation
  /** Uses the invitation up. */
  readonly used: () => Promise<void>
  readonly client: Client
}

interface Joined {
  readonly account: { readonly workspaceId: string; readonly userId: string }
  readonly cookies: string[]
}

/** What everybody joins as; an invitation's own roles go before it. */
const role = 'member'

const invitedAs = ({ roleIds, teamId, language, email }: OpenInvitation) => ({
  roleIds,
  teamId,
  language,
  email,
})

/** With an account of the person's own making, which the invited address opens. @throws AppError account_exists, password_weak … */
export async function joinAsNew(
  { auth, hooks, invitation, used, client }: Joining,
  person: {
    readonly name?: string
    readonly email?: string
    readonly mobile?: string
    readonly password: string
  },
): Promise<Joined> {
  const { workspaceId } = invitation
  const bound = (invitation.email ?? invitation.mobile) !== null
  const ways = await readWaysIn(
    bound ? { email: invitation.email ?? undefined, mobile: invitation.mobile ?? undefined } : person,
  )
  if (ways.issues.length > 0) throw invalidInput(ways.issues)
  const { email, mobile } = ways
  if ((await auth.findAccounts({ email, mobile })).length > 0)
    throw new AppError('account_exists', { identifier: email ?? mobile ?? '' })
  const prepared = await auth.prepareAccount({
    name: person.name ?? invitation.name ?? '',
    email: email ?? undefined,
    mobile: mobile ?? undefined,
    password: person.password,
    workspaceId,
  })
  await used()
  const { passwordHash: _, ...account } = prepared
  const invited = invitedAs(invitation)
  const records = await hooks.createMember({ workspaceId, account, role, invited })
  await auth.insertAccount(prepared, { workspaceId, ...records, role })
  await hooks.noteMember({ kind: 'memberJoined', workspaceId, by: records, client, userId: records.userId })
  const cookies = await auth.openSession({ accountId: account.id, method: 'password', client })
  return { account: { workspaceId, userId: records.userId }, cookies }
}

/** As who is signed in; the session turns to the workspace. @throws AppError already_member */
export async function joinAsKnown(
  { auth, hooks, invitation, used, client }: Joining,
  identity: Extract<Identity, { kind: 'session' }>,
): Promise<Joined> {
  const { workspaceId } = invitation
  const { accountId, sessionId } = identity
  const account = await auth.findAccount(accountId)
  if (account === undefined) throw new AppError('not_signed_in')
  const former = await auth.findMembership(accountId, workspaceId)
  if (former?.active) throw new AppError('already_member')
  await used()
  const invited = invitedAs(invitation)
  let records: { readonly userId: string; readonly actorId: string }
  if (former === undefined) {
    records = await hooks.createMember({ workspaceId, account, role, invited })
    await auth.addMembership({ accountId, workspaceId, ...records, role })
  } else {
    records = former
    await hooks.returnMember({ workspaceId, userId: former.userId, role, invited })
    await auth.reactivateMembership(accountId, workspaceId, role)
  }
  await hooks.noteMember({ kind: 'memberJoined', workspaceId, by: records, client, userId: records.userId })
  await auth.switchWorkspace(sessionId, workspaceId)
  return { account: { workspaceId, userId: records.userId }, cookies: [] }
}
