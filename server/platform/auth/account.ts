import type { Role } from './identity.ts'

/** Who signs in. `email` is in lower case, `mobile` is E.164; one of them is there. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
}

export interface Membership {
  readonly accountId: string
  readonly workspaceId: string
  readonly userId: string
  readonly actorId: string
  readonly role: Role
}

/** Columns of kith.account as an Account. */
export const accountColumns = 'account.id, account.name, account.email, account.mobile'

/** Columns of kith.membership as a Membership. */
export const membershipColumns =
  'membership.account_id "accountId", membership.workspace_id "workspaceId", membership.user_id "userId", ' +
  'membership.actor_id "actorId", membership.role'
