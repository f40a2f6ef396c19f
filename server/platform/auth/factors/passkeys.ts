import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { KeepWayIn } from '../policy/keep-way-in.ts'

/** A passkey as its person sees it. Times are ISO 8601 UTC. */
export interface Passkey {
  readonly id: string
  readonly name: string
  /** The host name at which it works. */
  readonly host: string
  /** Whether a password manager carries it to other devices. */
  readonly synchronised: boolean
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export interface Passkeys {
  /** The oldest first. */
  listPasskeys(accountId: string): Promise<Passkey[]>
  /** @throws AppError not_found where the account has no such passkey */
  renamePasskey(accountId: string, passkeyId: string, name: string): Promise<void>
  /** @throws AppError not_found, policy_locks_out */
  removePasskey(accountId: string, passkeyId: string): Promise<void>
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export function createPasskeys(pool: Pool, keepWayIn: KeepWayIn): Passkeys {
  const requireOne = (rowCount: number | null, passkeyId: string) => {
    if (rowCount !== 1) throw new AppError('not_found', { what: `passkey ${passkeyId}` })
  }
  return {
    async listPasskeys(accountId) {
      const { rows } = await pool.query<Passkey>(
        `select id, name, host, synchronised, ${utc('created_at')} "createdAt", ${utc('last_used_at')} "lastUsedAt"
         from kith.passkey where account_id = $1 order by id`,
        [accountId],
      )
      return rows
    },
    async renamePasskey(accountId, passkeyId, name) {
      const { rowCount } = await pool.query(
        'update kith.passkey set name = $3 where id = $2 and account_id = $1',
        [accountId, passkeyId, name],
      )
      requireOne(rowCount, passkeyId)
    },
    async removePasskey(accountId, passkeyId) {
      await keepWayIn.ofAccount(accountId, async (client) => {
        const { rowCount } = await client.query(
          'delete from kith.passkey where id = $2 and account_id = $1',
          [accountId, passkeyId],
        )
        requireOne(rowCount, passkeyId)
      })
    },
  }
}
