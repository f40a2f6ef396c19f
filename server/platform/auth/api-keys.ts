import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'

/** A key as its owner sees it again; the secret is shown once, when it is made. Times are ISO 8601 UTC. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  /** Its first characters, to know it by. */
  readonly start: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

interface NewApiKey {
  readonly accountId: string
  readonly workspaceId: string
  /** The record of the object `actor` that the key's changes are attributed to. */
  readonly actorId: string
  readonly name: string
}

export interface ApiKeys {
  /** `key` is kept nowhere. @throws AppError no_workspace where the account is no member */
  createKey(input: NewApiKey): Promise<ApiKey & { readonly key: string }>
  /** The account's keys in a workspace that still work, the newest first. */
  listKeys(accountId: string, workspaceId: string): Promise<ApiKey[]>
  /** @throws AppError not_found where the account has no such key in the workspace */
  revokeKey(accountId: string, workspaceId: string, keyId: string): Promise<void>
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
// 43 digits of base 62 hold 256 bits.
const secretLength = 43
const shape = new RegExp(`^kith_[0-9A-Za-z]{${secretLength}}$`)

export const isKey = (text: string): boolean => shape.test(text)

export function createApiKeys(pool: Pool, revoked: (keyId: string) => void): ApiKeys {
  return {
    async createKey({ accountId, workspaceId, actorId, name }) {
      const key = `kith_${randomBase62(secretLength)}`
      const { rows } = await pool.query<ApiKey>(
        `insert into kith.api_key (id, account_id, workspace_id, actor_id, name, prefix, secret_sha256)
         select $1, account_id, workspace_id, $4, $5, $6, $7 from kith.membership
         where account_id = $2 and workspace_id = $3 and deactivated_at is null
         returning ${columns}`,
        [
          uuidv7(),
          accountId,
          workspaceId,
          actorId,
          name,
          key.slice(0, 11),
          createHash('sha256').update(key).digest(),
        ],
      )
      if (rows[0] === undefined) throw new AppError('no_workspace')
      return { ...rows[0], key }
    },
    async listKeys(accountId, workspaceId) {
      const { rows } = await pool.query<ApiKey>(
        `select ${columns} from kith.api_key
         where account_id = $1 and workspace_id = $2 and revoked_at is null order by id desc`,
        [accountId, workspaceId],
      )
      return rows
    },
    async revokeKey(accountId, workspaceId, keyId) {
      const { rowCount } = await pool.query(
        `update kith.api_key set revoked_at = now()
         where id = $1 and account_id = $2 and workspace_id = $3 and revoked_at is null`,
        [keyId, accountId, workspaceId],
      )
      if (rowCount === 0) throw new AppError('not_found', { what: `key ${keyId}` })
      revoked(keyId)
    },
  }
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = `id, name, prefix start, ${utc('created_at')} "createdAt", ${utc('last_used_at')} "lastUsedAt"`

function randomBase62(length: number): string {
  let digits = BigInt(`0x${randomBytes(length).toString('hex')}`)
  let text = ''
  for (let place = 0; place < length; place += 1) {
    text += alphabet[Number(digits % 62n)]
    digits /= 62n
  }
  return text
}
