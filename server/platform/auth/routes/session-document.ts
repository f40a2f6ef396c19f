import type { Account, Membership } from '../account.ts'
import type { Auth } from '../auth.ts'
import type { Role } from '../identity.ts'
import type { AuthHooks, WorkspaceSummary } from './hooks.ts'

/** Who is signed in, and where. */
export interface SessionDocument {
  readonly account: Account
  /** The member in the open workspace: `id` is a record of the object `user`. */
  readonly user: Account
  readonly role: Role
  readonly workspace: WorkspaceSummary
  /** The identity provider that opened this session, which then stays in its workspace; null where somebody signed in here. */
  readonly providerId: string | null
  /** A second factor is demanded and was not shown: nothing is open but showing one, or setting one up. */
  readonly restricted: boolean
  /** All that this session may open. */
  readonly workspaces: readonly (WorkspaceSummary & { readonly role: Role })[]
}

export async function sessionDocument(
  auth: Auth,
  hooks: AuthHooks,
  account: Account,
  open: Pick<Membership, 'workspaceId' | 'userId' | 'role'> & {
    readonly providerId?: string | null
    readonly restricted?: boolean
  },
): Promise<SessionDocument | undefined> {
  const { providerId = null, restricted = false } = open
  const memberships = (await auth.membershipsOf(account.id)).filter(
    ({ workspaceId }) => providerId === null || workspaceId === open.workspaceId,
  )
  const summaries = await hooks.describeWorkspaces(memberships.map(({ workspaceId }) => workspaceId))
  const roles = new Map(memberships.map(({ workspaceId, role }) => [workspaceId, role]))
  const workspaces = summaries.flatMap((summary) => {
    const role = roles.get(summary.id)
    return role === undefined ? [] : [{ ...summary, role }]
  })
  const workspace = summaries.find(({ id }) => id === open.workspaceId)
  return (
    workspace && {
      account,
      user: { ...account, id: open.userId },
      role: open.role,
      workspace,
      providerId,
      restricted,
      workspaces,
    }
  )
}
