import { createHmac, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { SignInLimit } from '../sign-in-limit.ts'
import { type Invitation, invitationColumns } from './invitation.ts'

type NewInvitation = Omit<Invitation, 'id' | 'createdAt' | 'expiresAt' | 'sentAt' | 'expired'> & {
  readonly workspaceId: string
}

/** An invitation, and the token that stands in its link; kept nowhere. */
export interface Invited {
  readonly invitation: Invitation
  readonly token: string
}

/** Why a token opens nothing: for the audit log. */
export type InvitationFailure = 'forged' | 'expired' | 'used' | 'revoked'

export interface OpenInvitation extends Invitation {
  readonly workspaceId: string
}

/** What a token leads to; the workspace is known of those that were good once. */
export type FoundInvitation =
  | { readonly invitation: OpenInvitation }
  | { readonly failure: InvitationFailure; readonly workspaceId: string | undefined }

export interface Invitations {
  /** An open invitation of the workspace to the same address ends. */
  invite(input: NewInvitation): Promise<Invited>
  /** Those that were neither used nor withdrawn, the newest first; expired ones too. */
  listInvitations(workspaceId: string): Promise<Invitation[]>
  /** @throws AppError invitation_missing */
  findInvitation(workspaceId: string, id: string): Promise<Invitation>
  /** The former link ends. @throws AppError invitation_missing */
  renewInvitation(workspaceId: string, id: string, invitedBy: string): Promise<Invited>
  /** @throws AppError invitation_missing */
  withdrawInvitation(workspaceId: string, id: string): Promise<void>
  noteSent(id: string): Promise<Invitation>
  openInvitation(token: string): Promise<FoundInvitation>
  /** Uses it up; false where somebody was quicker. */
  useInvitation(id: string): Promise<boolean>
  /**
   * Counts an attempt to join, which may tell whether an address has an account; call the answer where it succeeded.
   * @throws AppError too_many_requests
   */
  countJoining(address: string, token: string): Promise<() => Promise<void>>
}

const lasts = `interval '7 days'`
const missing = () => new AppError('invitation_missing')

/** @param secrets key the digests of tokens, the newest first */
export function createInvitations(
  pool: Pool,
  secrets: readonly [string, ...string[]],
  limit: SignInLimit,
): Invitations {
  const newToken = () => randomBytes(32).toString('base64url')
  const digestOf = (token: string, secret = secrets[0]) => createHmac('sha256', secret).update(token).digest()

  return {
    async invite({ workspaceId, invitedBy, email, mobile, name, roleIds, teamId, language }) {
      const token = newToken()
      const { rows } = await pool.query<Invitation>(
        `with former as (
           update kith.invitation set revoked_at = now()
           where workspace_id = $2 and used_at is null and revoked_at is null and (email = $4 or mobile = $5))
         insert into kith.invitation
           (id, workspace_id, invited_by, email, mobile, name, role_ids, team_id, language, digest, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + ${lasts}) returning ${invitationColumns}`,
        [uuidv7(), workspaceId, invitedBy, email, mobile, name, roleIds, teamId, language, digestOf(token)],
      )
      return { invitation: rows[0]!, token }
    },
    async listInvitations(workspaceId) {
      const { rows } = await pool.query<Invitation>(
        `select ${invitationColumns} from kith.invitation
         where workspace_id = $1 and used_at is null and revoked_at is null order by created_at desc, id desc`,
        [workspaceId],
      )
      return rows
    },
    async findInvitation(workspaceId, id) {
      const { rows } = await pool.query<Invitation>(
        `select ${invitationColumns} from kith.invitation
         where workspace_id = $1 and id = $2 and used_at is null and revoked_at is null`,
        [workspaceId, id],
      )
      if (rows[0] === undefined) throw missing()
      return rows[0]
    },
    async renewInvitation(workspaceId, id, invitedBy) {
      const token = newToken()
      const { rows } = await pool.query<Invitation>(
        `update kith.invitation set digest = $3, invited_by = $4, expires_at = now() + ${lasts}, sent_at = null
         where workspace_id = $1 and id = $2 and used_at is null and revoked_at is null
         returning ${invitationColumns}`,
        [workspaceId, id, digestOf(token), invitedBy],
      )
      if (rows[0] === undefined) throw missing()
      return { invitation: rows[0], token }
    },
    async withdrawInvitation(workspaceId, id) {
      const { rowCount } = await pool.query(
        `update kith.invitation set revoked_at = now()
         where workspace_id = $1 and id = $2 and used_at is null and revoked_at is null`,
        [workspaceId, id],
      )
      if (rowCount === 0) throw missing()
    },
    async noteSent(id) {
      const { rows } = await pool.query<Invitation>(
        `update kith.invitation set sent_at = now() where id = $1 returning ${invitationColumns}`,
        [id],
      )
      return rows[0]!
    },
    async openInvitation(token) {
      const { rows } = await pool.query<OpenInvitation & { used: boolean; revoked: boolean }>(
        `select ${invitationColumns}, workspace_id "workspaceId", used_at is not null used, revoked_at is not null revoked
         from kith.invitation where digest = any($1)`,
        [secrets.map((secret) => digestOf(token, secret))],
      )
      const [row] = rows
      if (row === undefined) return { failure: 'forged', workspaceId: undefined }
      const { used, revoked, ...invitation } = row
      const { workspaceId } = invitation
      if (used) return { failure: 'used', workspaceId }
      if (revoked) return { failure: 'revoked', workspaceId }
      return invitation.expired ? { failure: 'expired', workspaceId } : { invitation }
    },
    async useInvitation(id) {
      const { rowCount } = await pool.query(
        `update kith.invitation set used_at = now()
         where id = $1 and used_at is null and revoked_at is null and expires_at > now()`,
        [id],
      )
      return rowCount === 1
    },
    async countJoining(address, token) {
      const counted = { address, identifier: `join ${token}` }
      await limit.begin(counted)
      return () => limit.succeed(counted)
    },
  }
}
