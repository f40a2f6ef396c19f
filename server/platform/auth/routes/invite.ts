import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import { readWaysIn } from '../accounts.ts'
import type { Auth } from '../auth.ts'
import { requireName } from './input.ts'

/** Whom to invite, as typed. */
export interface InviteInput {
  readonly emails?: readonly string[]
  readonly mobile?: string
  readonly name?: string
}

/** One person who is invited, addresses in the form in which they are kept. */
export interface Invitee {
  readonly email: string | null
  readonly mobile: string | null
  readonly name: string | null
}

/**
 * Everybody who is to be invited; without an address one person, who gets a link.
 * @throws AppError with an issue for each address that is none, or is a member's already
 */
export async function readInvitees(auth: Auth, workspaceId: string, input: InviteInput): Promise<Invitee[]> {
  const name = input.name === undefined || input.name.trim() === '' ? null : requireName(input.name, 'name')
  if (input.emails === undefined) {
    if (input.mobile === undefined) return [{ email: null, mobile: null, name }]
    const { mobile, issues } = await readWaysIn({ mobile: input.mobile })
    if (issues.length > 0) throw invalidInput(issues)
    if (await isMember(auth, workspaceId, { email: null, mobile })) throw new AppError('already_member')
    return [{ email: null, mobile, name }]
  }
  const issues: Issue[] = []
  const invitees = new Map<string, Invitee>()
  for (const [index, typed] of input.emails.entries()) {
    const { email } = await readWaysIn({ email: typed })
    const path = `/emails/${index}`
    if (email === null) issues.push({ path, code: 'invalid_email' })
    else if (await isMember(auth, workspaceId, { email, mobile: null }))
      issues.push({ path, code: 'already_member' })
    else invitees.set(email, { email, mobile: null, name: input.emails.length === 1 ? name : null })
  }
  if (issues.length > 0) throw invalidInput(issues)
  return [...invitees.values()]
}

async function isMember(
  auth: Auth,
  workspaceId: string,
  ways: { readonly email: string | null; readonly mobile: string | null },
): Promise<boolean> {
  const [account] = await auth.findAccounts(ways)
  return account !== undefined && (await auth.findMembership(account.id, workspaceId))?.active === true
}
