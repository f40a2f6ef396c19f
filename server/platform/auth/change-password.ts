import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { findAccount, knownOf } from './accounts.ts'
import type { Client } from './authority.ts'
import type { ProofMethod, Tell } from './events.ts'
import type { OpenSession } from './open-session.ts'
import { requireGoodPassword } from './password-rules.ts'
import type { SignInPolicies } from './policy/policies.ts'
import type { ProvePassword } from './prove-password.ts'

interface PasswordChange extends Client {
  readonly accountId: string
  /** The session that asks. */
  readonly sessionId: string
  readonly currentPassword: string
  readonly newPassword: string
}

export interface ChangePassword {
  /**
   * Ends all sessions of the account and opens one in place of the asking one.
   * @returns Set-Cookie headers
   * @throws AppError invalid_credentials, too_many_requests, password_too_short, password_weak, not_signed_in
   */
  changePassword(change: PasswordChange): Promise<string[]>
}

interface Parts extends Pick<SignInPolicies, 'leastPasswordLength'> {
  readonly pool: Pool
  readonly provePassword: ProvePassword
  readonly hash: (password: string) => Promise<string>
  readonly openSession: OpenSession
  readonly accountChanged: (accountId: string) => void
  readonly tell: Tell
}

export function createChangePassword(parts: Parts): ChangePassword {
  const { pool, provePassword, hash, leastPasswordLength, openSession, accountChanged, tell } = parts
  return {
    async changePassword({ accountId, sessionId, currentPassword, newPassword, ...client }) {
      const account = await findAccount(pool, accountId)
      if (account === undefined) throw new AppError('not_signed_in')
      const least = await leastPasswordLength({ accountId })
      await requireGoodPassword(newPassword, '/newPassword', knownOf(account), least)
      await provePassword(account, currentPassword, client)
      const method = await methodOf(pool, sessionId)
      await pool.query(
        `with changed as (
           update kith.credential set password = $2, updated_at = now()
           where account_id = $1 and provider = 'credential')
         delete from kith.session where account_id = $1`,
        [accountId, await hash(newPassword)],
      )
      accountChanged(accountId)
      await tell({ kind: 'passwordChanged', accountId, client })
      return openSession({ accountId, method, client, replaces: true })
    },
  }
}

/** A second factor that was shown in the session before counts in the one that takes its place. */
async function methodOf(pool: Pool, sessionId: string): Promise<ProofMethod> {
  const { rows } = await pool.query<{ method: ProofMethod | null }>(
    `select case when second_factor and method = 'password' then 'totp' else method end as method
     from kith.session where id = $1`,
    [sessionId],
  )
  return rows[0]?.method ?? 'password'
}
