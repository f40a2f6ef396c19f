import type { Pool } from 'pg'
import { isDatabaseError } from '#server/platform/database/failures.ts'
import { AppError } from '#shared/errors.ts'
import { type Membership, membershipColumns } from './account.ts'
import type { Role } from './identity.ts'

/** A member as colleagues see them; `id` is the record of the object `user`. `createdAt` is ISO 8601 UTC. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly role: Role
  readonly createdAt: string
}

export interface Memberships {
  /** Makes an account a member. @throws AppError already_member */
  addMembership(membership: Membership): Promise<void>
  /** The workspaces an account may open, the oldest membership first. */
  membershipsOf(accountId: string): Promise<Membership[]>
  /** Who belongs to a workspace, by name. */
  membersOf(workspaceId: string): Promise<Member[]>
  /** The membership, an ended one too; undefined where there never was one. */
  findMembership(
    accountId: string,
    workspaceId: string,
  ): Promise<(Membership & { active: boolean }) | undefined>
  /** Ends a membership: its sessions and keys stop working, the keys for good. */
  deactivateMembership(accountId: string, workspaceId: string): Promise<void>
  /** Takes an ended membership up again. */
  reactivateMembership(accountId: string, workspaceId: string, role: Role): Promise<void>
  /** Whether nobody is a member of anything, so that the first run is still to come. */
  isEmptyInstallation(): Promise<boolean>
}

export function createMemberships(pool: Pool, changed: (accountId: string) => void): Memberships {
  return {
    async addMembership({ accountId, workspaceId, userId, actorId, role }) {
      try {
        await pool.query(
          `insert into kith.membership (account_id, workspace_id, user_id, actor_id, role)
           values ($1, $2, $3, $4, $5)`,
          [accountId, workspaceId, userId, actorId, role],
        )
      } catch (error) {
        if (isDatabaseError(error, '23505')) throw new AppError('already_member', {}, { cause: error })
        throw error
      }
    },
    async membershipsOf(accountId) {
      const { rows } = await pool.query<Membership>(
        `select ${membershipColumns} from kith.membership
         where account_id = $1 and deactivated_at is null order by created_at, workspace_id`,
        [accountId],
      )
      return rows
    },
    async membersOf(workspaceId) {
      const { rows } = await pool.query<Member>(
        `select membership.user_id id, account.name, account.email, account.mobile, membership.role,
           to_char(membership.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "createdAt"
         from kith.membership join kith.account on account.id = membership.account_id
         where workspace_id = $1 and deactivated_at is null order by account.name, account.id`,
        [workspaceId],
      )
      return rows
    },
    async findMembership(accountId, workspaceId) {
      const { rows } = await pool.query<Membership & { active: boolean }>(
        `select ${membershipColumns}, membership.deactivated_at is null active from kith.membership
         where account_id = $1 and workspace_id = $2`,
        [accountId, workspaceId],
      )
      return rows[0]
    },
    async deactivateMembership(accountId, workspaceId) {
      await pool.query(
        `with ended as (
           update kith.membership set deactivated_at = coalesce(deactivated_at, now())
           where account_id = $1 and workspace_id = $2),
         revoked as (
           update kith.api_key set revoked_at = now()
           where account_id = $1 and workspace_id = $2 and revoked_at is null)
         delete from kith.session where account_id = $1 and workspace_id = $2`,
        [accountId, workspaceId],
      )
      changed(accountId)
    },
    async reactivateMembership(accountId, workspaceId, role) {
      await pool.query(
        `update kith.membership set deactivated_at = null, role = $3
         where account_id = $1 and workspace_id = $2`,
        [accountId, workspaceId, role],
      )
      changed(accountId)
    },
    async isEmptyInstallation() {
      const { rows } = await pool.query<{ empty: boolean }>(
        'select not exists (select from kith.membership) empty',
      )
      return rows[0]?.empty ?? false
    },
  }
}
