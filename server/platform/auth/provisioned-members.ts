import type { Pool } from 'pg'
import { isDatabaseError } from '#server/platform/database/failures.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { parseEmail, parseMobile } from './identifier.ts'
import type { Role } from './identity.ts'

/** Somebody whom a directory makes a member; nobody asked them for a password. */
export interface ProvisionedMember {
  readonly workspaceId: string
  /** Records of the workspace. */
  readonly userId: string
  readonly actorId: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  /** Of a provider of this workspace, where they sign in through it. */
  readonly identity?: { readonly provider: string; readonly subject: string } | undefined
}

/** Memberships that follow a directory. */
export interface ProvisionedMembers {
  /** Members who have an account, active or not, by their records: of all, or of some. */
  withAccount(workspaceId: string, among?: readonly string[]): Promise<ReadonlySet<string>>
  /** Whether a way in is left for them that is no account's already. */
  mayJoin(member: Omit<ProvisionedMember, 'actorId' | 'userId'>): Promise<boolean>
  /**
   * Makes the account, without a password, and its membership. What somebody's account is known by stays theirs: the new one
   * is known by what is left. False where nothing is.
   */
  join(member: ProvisionedMember): Promise<boolean>
  /** Ends it: sessions and keys stop working. Nothing where nobody is a member by that record. */
  leave(workspaceId: string, userId: string): Promise<void>
  comeBack(workspaceId: string, userId: string): Promise<void>
}

/** The part of Auth that ends memberships and takes them up again. */
interface Ends {
  deactivateMembership(accountId: string, workspaceId: string): Promise<void>
  reactivateMembership(accountId: string, workspaceId: string, role: Role): Promise<void>
}

interface WaysIn {
  readonly email: string | null
  readonly mobile: string | null
  readonly identity: ProvisionedMember['identity']
}

export function createProvisionedMembers(pool: Pool, ends: Ends): ProvisionedMembers {
  const free = async ({
    email,
    mobile,
    identity,
  }: Omit<ProvisionedMember, 'actorId' | 'userId'>): Promise<WaysIn> => {
    const typed = {
      email: email === null ? null : (parseEmail(email) ?? null),
      mobile: mobile === null ? null : ((await parseMobile(mobile)) ?? null),
    }
    const { rows } = await pool.query<{ email: boolean; mobile: boolean; identity: boolean }>(
      `select exists (select from kith.account where email = $1) email,
         exists (select from kith.account where mobile = $2) mobile,
         exists (select from kith.credential where provider = $3::text and provider_account_id = $4::text) identity`,
      [typed.email, typed.mobile, identity?.provider ?? null, identity?.subject ?? null],
    )
    const taken = rows[0]
    return {
      email: taken?.email ? null : typed.email,
      mobile: taken?.mobile ? null : typed.mobile,
      identity: taken?.identity ? undefined : identity,
    }
  }
  const hasWay = ({ email, mobile, identity }: WaysIn): boolean =>
    email !== null || mobile !== null || identity !== undefined
  const membershipOf = async (workspaceId: string, userId: string) => {
    const { rows } = await pool.query<{ accountId: string; role: Role }>(
      `select account_id "accountId", role from kith.membership where workspace_id = $1 and user_id = $2`,
      [workspaceId, userId],
    )
    return rows[0]
  }
  return {
    async withAccount(workspaceId, among) {
      const { rows } = await pool.query<{ id: string }>(
        `select user_id id from kith.membership
         where workspace_id = $1 and ($2::uuid[] is null or user_id = any($2))`,
        [workspaceId, among ?? null],
      )
      return new Set(rows.map(({ id }) => id))
    },
    mayJoin: async (member) => hasWay(await free(member)),
    async join(member) {
      const ways = await free(member)
      if (!hasWay(ways)) return false
      const { workspaceId, userId, actorId, name } = member
      try {
        await pool.query(
          `with made as (
             insert into kith.account (id, name, email, mobile, internal_address)
             values ($1, $2, $3, $4, $1::uuid::text || '@account.invalid') returning id),
           proof as (
             insert into kith.credential (id, account_id, provider, provider_account_id)
             select $5::uuid, id, 'credential', id::text from made
             union all select $6::uuid, id, $7::text, $8::text from made where $7::text is not null)
           insert into kith.membership (account_id, workspace_id, user_id, actor_id, role)
           select id, $9, $10, $11, 'member' from made`,
          [
            ...[uuidv7(), name, ways.email, ways.mobile, uuidv7(), uuidv7()],
            ...[ways.identity?.provider ?? null, ways.identity?.subject ?? null],
            ...[workspaceId, userId, actorId],
          ],
        )
      } catch (error) {
        // Somebody took the address meanwhile.
        if (isDatabaseError(error, '23505')) return false
        throw error
      }
      return true
    },
    async leave(workspaceId, userId) {
      const membership = await membershipOf(workspaceId, userId)
      if (membership !== undefined) await ends.deactivateMembership(membership.accountId, workspaceId)
    },
    async comeBack(workspaceId, userId) {
      const membership = await membershipOf(workspaceId, userId)
      if (membership !== undefined)
        await ends.reactivateMembership(membership.accountId, workspaceId, membership.role)
    },
  }
}
