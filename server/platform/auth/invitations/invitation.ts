import type { Language } from '#shared/language.ts'

/** Where a person will stand who joins. Roles and team are of the workspace. */
export interface Position {
  readonly roleIds: readonly string[]
  readonly teamId: string | null
}

/** Who is asked to join a workspace; times are ISO 8601 UTC. */
export interface Invitation extends Position {
  readonly id: string
  readonly email: string | null
  readonly mobile: string | null
  readonly name: string | null
  readonly language: Language
  /** The member who invites: a record of the object `user`. */
  readonly invitedBy: string
  readonly createdAt: string
  readonly expiresAt: string
  /** When a mail took the link to the person; null where it was handed over otherwise. */
  readonly sentAt: string | null
  readonly expired: boolean
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Columns of kith.invitation as an Invitation. */
export const invitationColumns = `invitation.id, invitation.email, invitation.mobile, invitation.name, invitation.language,
  to_json(invitation.role_ids) "roleIds", invitation.team_id "teamId", invitation.invited_by "invitedBy",
  ${utc('invitation.created_at')} "createdAt", ${utc('invitation.expires_at')} "expiresAt",
  ${utc('invitation.sent_at')} "sentAt", invitation.expires_at <= now() expired`
