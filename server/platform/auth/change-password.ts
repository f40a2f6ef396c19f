import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { findAccount, knownOf } from './accounts.ts'
import type { Client } from './authority.ts'
import type { Tell } from './events.ts'
import type { OpenSession } from './open-session.ts'
import { requireGoodPassword } from './password-rules.ts'
import type { ProvePassword } from './prove-password.ts'

interface PasswordChange extends Client {
  readonly accountId: string
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

interface Parts {
  readonly pool: Pool
  readonly provePassword: ProvePassword
  readonly hash: (password: string) => Promise<string>
  readonly openSession: OpenSession
  readonly accountChanged: (accountId: string) => void
  readonly tell: Tell
}

export function createChangePassword(parts: Parts): ChangePassword {
  const { pool, provePassword, hash, openSession, accountChanged, tell } = parts
  return {
    async changePassword({ accountId, currentPassword, newPassword, ...client }) {
      const account = await findAccount(pool, accountId)
      if (account === undefined) throw new AppError('not_signed_in')
      await requireGoodPassword(newPassword, '/newPassword', knownOf(account))
      await provePassword(account, currentPassword, client)
      await pool.query(
        `with changed as (
           update kith.credential set password = $2, updated_at = now()
           where account_id = $1 and provider = 'credential')
         delete from kith.session where account_id = $1`,
        [accountId, await hash(newPassword)],
      )
      accountChanged(accountId)
      await tell({ kind: 'passwordChanged', accountId, client })
      return openSession({ accountId, method: 'password', client, replaces: true })
    },
  }
}
