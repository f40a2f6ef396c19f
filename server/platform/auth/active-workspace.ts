import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { type Membership, membershipColumns } from './account.ts'
import { beginsWithPassword, waysByPassword } from './policy/admission.ts'
import { passwordsOpen } from './policy/passwords-open.ts'

interface Opening {
  /** How its person proved who they are. */
  readonly method: string | null
  /** The workspace to which the session is bound. */
  readonly boundTo?: string | undefined
}

const opensByPassword = passwordsOpen('membership.workspace_id')

/** Whether the policies of an account's workspaces let a password open none of them; false where there is none at all. */
export async function shutToPasswords(pool: Pool, accountId: string | undefined): Promise<boolean> {
  const { rows } = await pool.query<{ shut: boolean | null }>(
    `select not bool_or(${opensByPassword}) shut from kith.membership
     where account_id = $1 and deactivated_at is null`,
    [accountId ?? null],
  )
  return rows[0]?.shut === true
}

/**
 * The workspace that a new session opens: the one used last.
 * @throws AppError no_workspace, which tells as `left` which members the account was: `[{workspace, user}]`;
 * password_not_allowed
 */
export async function openLatestWorkspace(
  pool: Pool,
  accountId: string,
  { method, boundTo }: Opening,
): Promise<string> {
  const byPassword = boundTo === undefined && beginsWithPassword(method)
  const { rows } = await pool.query<{ workspaceId: string }>(
    `update kith.membership set opened_at = now()
       where account_id = $1 and workspace_id = (
         select workspace_id from kith.membership
         where account_id = $1 and deactivated_at is null and ($2::uuid is null or workspace_id = $2)
           and (not $3 or ${opensByPassword})
         order by opened_at desc nulls last, created_at limit 1)
       returning workspace_id "workspaceId"`,
    [accountId, boundTo ?? null, byPassword],
  )
  if (rows[0] !== undefined) return rows[0].workspaceId
  const { rows: memberships } = await pool.query<{ workspace: string; user: string; ended: boolean }>(
    `select workspace_id workspace, user_id "user", deactivated_at is not null ended
     from kith.membership where account_id = $1`,
    [accountId],
  )
  if (byPassword && memberships.some(({ ended }) => !ended)) throw new AppError('password_not_allowed')
  const left = memberships.flatMap(({ workspace, user, ended }) => (ended ? [{ workspace, user }] : []))
  // A browser that keeps something of theirs learns by this that it is theirs.
  throw new AppError('no_workspace', {}, { details: { left } })
}

/**
 * Turns a session to another workspace of its account.
 * @throws AppError not_permitted, also where it is bound to one; password_not_allowed
 */
export async function openWorkspace(pool: Pool, sessionId: string, workspaceId: string): Promise<Membership> {
  const { rows } = await pool.query<Membership>(
    `with opened as (
         update kith.membership set opened_at = now()
         from kith.session where session.id = $1 and membership.account_id = session.account_id
           and membership.workspace_id = $2 and deactivated_at is null
           and coalesce(session.bound_to, $2) = $2
           and (not (session.method is null or session.method = any($3)) or session.provider_id is not null or ${opensByPassword})
         returning ${membershipColumns}),
       turned as (
         update kith.session set workspace_id = $2, updated_at = now()
         where id = $1 and exists (select from opened))
       select * from opened`,
    [sessionId, workspaceId, waysByPassword],
  )
  if (rows[0] !== undefined) return rows[0]
  const { rowCount } = await pool.query(
    `select from kith.membership join kith.session using (account_id)
     where session.id = $1 and membership.workspace_id = $2 and deactivated_at is null and bound_to is null`,
    [sessionId, workspaceId],
  )
  throw new AppError(rowCount === 1 ? 'password_not_allowed' : 'not_permitted')
}
