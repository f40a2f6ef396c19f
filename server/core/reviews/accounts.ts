import type { AccessSnapshot } from '#shared/operations/reviews.ts'

/** How a member of a workspace comes in, by their record of `user`; moments are ISO 8601 UTC. */
export interface MemberAccount
  extends Pick<AccessSnapshot, 'password' | 'passkeys' | 'app' | 'providers' | 'keys'> {
  readonly userId: string
}

/** What sign-in knows of the members of a workspace, the active ones. */
export type AccountsOf = (workspaceId: string) => Promise<readonly MemberAccount[]>
