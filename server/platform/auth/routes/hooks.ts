import type { Mail } from '#server/platform/mail/index.ts'
import type { KeyGrant } from '#shared/access/key-grant.ts'
import type { Right } from '#shared/access/permissions.ts'
import type { Language } from '#shared/language.ts'
import type { Account } from '../account.ts'
import type { Client } from '../authority.ts'
import type { Identity, Role } from '../identity.ts'
import type { Position } from '../invitations/invitation.ts'

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

/** As what an invitation lets somebody join, in place of a role's usual. */
export interface InvitedAs extends Position {
  readonly language: Language
  /** The address that was invited: a record of `user` that is there by it already is this person's. */
  readonly email: string | null
}

interface NewMember {
  readonly workspaceId: string
  readonly account: Account
  readonly role: Role
  readonly invited?: InvitedAs
}

/** What is told to the audit log of one workspace. */
export interface MemberEvent {
  readonly kind:
    | 'memberInvited'
    | 'invitationWithdrawn'
    | 'memberJoined'
    | 'joinRefused'
    | 'memberDeactivated'
    | 'memberReactivated'
  readonly workspaceId: string
  /** Who did it; nobody where a link was refused. */
  readonly by: { readonly userId: string; readonly actorId: string; readonly kind?: 'session' | 'key' } | null
  readonly client: Client
  /** The member whom it is about. */
  readonly userId?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** A member's records inside a workspace. */
interface MemberRecords {
  readonly userId: string
  readonly actorId: string
}

/** A member of a workspace, by their record of the object `user`. */
export interface MemberPlace {
  readonly workspaceId: string
  readonly userId: string
}

export interface WorkspaceSummary {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly language: Language
}

/** What a key is narrowed to; a role that is gone has no name, an object that is gone is not named. */
export interface GrantDocument {
  readonly role: { readonly id: string; readonly name: string | null } | null
  readonly readOnly: boolean
  readonly objects: readonly string[] | null
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
    readonly invited?: InvitedAs
  }): Promise<void>
  /** Makes the record of `actor` that stands for a key of this user's. @returns its id */
  createKeyActor(key: {
    readonly workspaceId: string
    readonly userId: string
    readonly name: string
  }): Promise<string>
  /**
   * What a key of this member's shall be narrowed to, its objects by names → by keys.
   * @throws AppError role_missing, beyond_own_access, unknown_object
   */
  checkKeyGrant(member: MemberPlace, wanted: KeyGrant): Promise<KeyGrant>
  /** What keys are narrowed to as people read it, in their order. @param language as asked for; else the workspace's */
  describeKeyGrants(
    workspaceId: string,
    grants: readonly KeyGrant[],
    language: string | undefined,
  ): Promise<readonly GrantDocument[]>
  /** @throws AppError role_missing */
  requireRoles(workspaceId: string, roleIds: readonly string[]): Promise<void>
  /** In the order of `ids`. */
  describeWorkspaces(ids: readonly string[]): Promise<readonly WorkspaceSummary[]>
  /** @throws AppError not_permitted to who lacks the right */
  permitRight(asker: Identity, right: Right): Promise<void>
  /** Nobody lets a person join as more than they are themselves. @throws AppError beyond_own_access */
  permitRole(asker: Identity, role: Role): Promise<void>
  /**
   * Whether a member may decide how another one of the same workspace comes in, or that they do no more.
   * @throws AppError not_permitted to who lacks the right `people`, member_has_more where the other one has what they lack
   */
  permitOver(asker: MemberPlace, userId: string): Promise<void>
  /**
   * Whether a member may invite others to stand there.
   * @throws AppError not_permitted, role_missing, beyond_own_access, record_not_found for the team
   */
  permitPosition(asker: MemberPlace, position: Position): Promise<void>
  noteMember(event: MemberEvent): Promise<void>
  /** Undefined where the installation sends none. */
  readonly sendMail?: ((mail: Mail) => Promise<void>) | undefined
}
