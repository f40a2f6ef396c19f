import type { Language } from '#shared/language.ts'
import type { Account } from '../account.ts'
import type { Role } from '../identity.ts'

/** A workspace to be made, and who will be its first member. The account may not be written yet. */
export interface NewWorkspace {
  readonly account: Account
  readonly workspaceName: string
  readonly slug: string | undefined
  readonly language: Language
  /** IANA, checked. */
  readonly timeZone: string
  /** ISO 4217, checked. */
  readonly currency: string
  /** Whether to fill it with demo data. */
  readonly demo: boolean
}

interface NewMember {
  readonly workspaceId: string
  readonly account: Account
  readonly role: Role
}

/** A member's records inside a workspace. */
interface MemberRecords {
  readonly userId: string
  readonly actorId: string
}

export interface WorkspaceSummary {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly language: Language
}

/** What sign-in needs of the workspaces, which the platform knows nothing of. Each call is all or nothing. */
export interface AuthHooks {
  /** @throws AppError name_taken for a slug that was asked for */
  createWorkspace(workspace: NewWorkspace): Promise<MemberRecords & { readonly workspaceId: string }>
  /** Makes the records of `user` and `actor` of a new member. */
  createMember(member: NewMember): Promise<MemberRecords>
  /** Gives a member who was gone for a while the role that they come back with. */
  returnMember(member: {
    readonly workspaceId: string
    readonly userId: string
    readonly role: Role
  }): Promise<void>
  /** Makes the record of `actor` that stands for a key of this user's. @returns its id */
  createKeyActor(key: {
    readonly workspaceId: string
    readonly userId: string
    readonly name: string
  }): Promise<string>
  /** In the order of `ids`. */
  describeWorkspaces(ids: readonly string[]): Promise<readonly WorkspaceSummary[]>
}
