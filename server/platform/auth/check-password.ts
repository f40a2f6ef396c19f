import type { Pool } from 'pg'
import type { Authority } from './authority.ts'
import { passwordLength } from './password-rules.ts'

/** Whether a password is the account's; takes as long where there is no such account or no password. */
export type CheckPassword = (accountId: string | undefined, password: string) => Promise<boolean>

export function createCheckPassword(pool: Pool, authority: () => Promise<Authority>): CheckPassword {
  return async (accountId, password) => {
    const { rows } = await pool.query<{ password: string | null }>(
      `select password from kith.credential where account_id = $1 and provider = 'credential'`,
      [accountId ?? null],
    )
    const { verify } = await authority()
    return verify(password.slice(0, passwordLength.most + 1), rows[0]?.password ?? undefined)
  }
}
