import type { Pool } from 'pg'
import { knownOf } from './accounts.ts'
import type { Client } from './authority.ts'
import type { Tell } from './events.ts'
import { requireGoodPassword } from './password-rules.ts'
import type { SignInPolicies } from './policy/policies.ts'
import { type Deciding, requireSayOver } from './say-over.ts'

interface PasswordReset extends Deciding {
  readonly password: string
  readonly client?: Client
}

export interface ResetPassword {
  /**
   * Gives a member another password and ends all their sessions. Keys go on working.
   * @throws AppError record_missing; own_password; what `permitOver` throws; member_elsewhere where somebody of another workspace
   *   would have to be asked, too; password_too_short
   */
  resetPassword(reset: PasswordReset): Promise<void>
}

interface Parts extends Pick<SignInPolicies, 'leastPasswordLength'> {
  readonly pool: Pool
  readonly hash: (password: string) => Promise<string>
  readonly accountChanged: (accountId: string) => void
  readonly tell: Tell
}

export function createResetPassword(parts: Parts): ResetPassword {
  const { pool, hash, leastPasswordLength, accountChanged, tell } = parts
  return {
    async resetPassword({ password, client, ...deciding }) {
      const member = await requireSayOver(pool, deciding, 'own_password')
      const least = await leastPasswordLength({ accountId: member.id })
      await requireGoodPassword(password, '/password', knownOf(member), least)
      await pool.query(
        `with changed as (
           update kith.credential set password = $2, updated_at = now()
           where account_id = $1 and provider = 'credential')
         delete from kith.session where account_id = $1`,
        [member.id, await hash(password)],
      )
      accountChanged(member.id)
      await tell({ kind: 'passwordReset', accountId: member.id, client })
    },
  }
}
