import type { Pool } from 'pg'
import { type Membership, membershipColumns } from './account.ts'

/** A membership, an ended one too. */
export type KnownMembership = Membership & { readonly active: boolean }

/** A member as who keeps the members sees them: `id` is the record of the object `user`. Times are ISO 8601 UTC. */
export interface MemberState {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly active: boolean
  readonly lastSignInAt: string | null
  readonly joinedAt: string
}

export interface FindMembers {
  /** By the record of the object `user`; undefined where nobody's account is behind it. */
  findMember(workspaceId: string, userId: string): Promise<KnownMembership | undefined>
  /** Everybody who has or had an account here, by name. */
  statesOf(workspaceId: string): Promise<MemberState[]>
  /** What the person is called, wherever they are a member. */
  renameAccount(accountId: string, name: string): Promise<void>
}

const utc = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export function createFindMembers(pool: Pool): FindMembers {
  return {
    async findMember(workspaceId, userId) {
      const { rows } = await pool.query<KnownMembership>(
        `select ${membershipColumns}, membership.deactivated_at is null active from kith.membership
         where workspace_id = $1 and user_id = $2 order by deactivated_at desc nulls first limit 1`,
        [workspaceId, userId],
      )
      return rows[0]
    },
    async statesOf(workspaceId) {
      const { rows } = await pool.query<MemberState>(
        `select membership.user_id id, account.name, account.email, account.mobile,
           membership.deactivated_at is null active, ${utc('membership.created_at')} "joinedAt",
           ${utc('greatest(membership.opened_at, seen.at)')} "lastSignInAt"
         from kith.membership join kith.account on account.id = membership.account_id
         left join lateral (select max(session.created_at) as at from kith.session
           where session.account_id = account.id and session.workspace_id = membership.workspace_id) seen on true
         where membership.workspace_id = $1 order by account.name, account.id`,
        [workspaceId],
      )
      return rows
    },
    async renameAccount(accountId, name) {
      await pool.query('update kith.account set name = $2, updated_at = now() where id = $1', [
        accountId,
        name,
      ])
    },
  }
}
