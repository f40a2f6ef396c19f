/** How a member comes in, as the platform keeps it. Moments are ISO 8601 UTC. */
export interface MemberAccount {
  /** The record of the object `user`. */
  readonly id: string
  readonly email: string | null
  readonly mobile: string | null
  readonly active: boolean
  readonly lastSignInAt: string | null
}

/** Who may come in: accounts and memberships, which are the platform's. Main lends it. */
export interface MemberAccounts {
  /** Everybody who has or had an account in a workspace. */
  accountsIn(workspaceId: string): Promise<readonly MemberAccount[]>
  /** Sessions, keys and open streams end at once. Nothing, where nobody's account is behind the record. */
  end(workspaceId: string, userId: string): Promise<void>
  resume(workspaceId: string, userId: string): Promise<void>
  /** What an account is called changes with its record. */
  rename(workspaceId: string, userId: string, name: string): Promise<void>
}
