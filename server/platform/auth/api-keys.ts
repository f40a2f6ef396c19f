import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { KeyGrant } from '#shared/access/key-grant.ts'
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
  /** From where it was used last. */
  readonly lastAddress: string | null
  /** Null: it never ends by itself. */
  readonly expiresAt: string | null
  readonly grant: KeyGrant
}

/** A key as who rules the workspace sees it. */
export interface MembersKey extends ApiKey {
  /** The member for whom it acts: a record of the object `user`. */
  readonly owner: { readonly id: string; readonly name: string }
}

interface NewApiKey {
  readonly accountId: string
  readonly workspaceId: string
  /** The record of the object `actor` that the key's changes are attributed to. */
  readonly actorId: string
  readonly name: string
  readonly grant: KeyGrant
  /** Null: never. */
  readonly expiresInDays: number | null
}

/** Whose keys: one account's, or all of a workspace. */
interface KeyPlace {
  readonly workspaceId: string
  readonly accountId?: string
}

export interface ApiKeys {
  /** `key` is kept nowhere. @throws AppError no_workspace where the account is no member */
  createKey(input: NewApiKey): Promise<ApiKey & { readonly key: string }>
  /** The account's keys in a workspace that still work, the newest first. */
  listKeys(accountId: string, workspaceId: string): Promise<ApiKey[]>
  /** All keys of a workspace that still work, by their members' names. */
  listMembersKeys(workspaceId: string): Promise<MembersKey[]>
  /** @returns the account for which it acted @throws AppError not_found where there is no such key at that place */
  revokeKey(place: KeyPlace, keyId: string): Promise<string>
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
// 43 digits of base 62 hold 256 bits.
const secretLength = 43
const shape = new RegExp(`^kith_[0-9A-Za-z]{${secretLength}}$`)

export const isKey = (text: string): boolean => shape.test(text)

export function createApiKeys(pool: Pool, revoked: (keyId: string) => void): ApiKeys {
  return {
    async createKey({ accountId, workspaceId, actorId, name, grant, expiresInDays }) {
      const key = `kith_${randomBase62(secretLength)}`
      const { rows } = await pool.query<ApiKey>(
        `insert into kith.api_key (id, account_id, workspace_id, actor_id, name, prefix, secret_sha256,
           role_id, read_only, objects, expires_at)
         select $1, account_id, workspace_id, $4, $5, $6, $7, $8, $9, $10, now() + $11 * interval '1 day'
         from kith.membership
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
          grant.roleId,
          grant.readOnly,
          grant.objects,
          expiresInDays,
        ],
      )
      if (rows[0] === undefined) throw new AppError('no_workspace')
      return { ...rows[0], key }
    },
    async listKeys(accountId, workspaceId) {
      const { rows } = await pool.query<ApiKey>(
        `select ${columns} from kith.api_key
         where account_id = $1 and workspace_id = $2 and ${works} order by id desc`,
        [accountId, workspaceId],
      )
      return rows
    },
    async listMembersKeys(workspaceId) {
      const { rows } = await pool.query<MembersKey>(
        `select ${columns}, owner from kith.api_key join lateral (
           select json_build_object('id', m.user_id, 'name', a.name) owner, a.name "ownerName"
           from kith.membership m join kith.account a on a.id = m.account_id
           where m.account_id = api_key.account_id and m.workspace_id = api_key.workspace_id
             and m.deactivated_at is null) o on true
         where workspace_id = $1 and ${works} order by "ownerName", api_key.id desc`,
        [workspaceId],
      )
      return rows
    },
    async revokeKey({ workspaceId, accountId }, keyId) {
      const { rows } = await pool.query<{ accountId: string }>(
        `update kith.api_key set revoked_at = now()
         where id = $1 and workspace_id = $2 and ($3::uuid is null or account_id = $3) and revoked_at is null
         returning account_id "accountId"`,
        [keyId, workspaceId, accountId ?? null],
      )
      if (rows[0] === undefined) throw new AppError('not_found', { what: `key ${keyId}` })
      revoked(keyId)
      return rows[0].accountId
    },
  }
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = `api_key.id, api_key.name, prefix start, ${utc('api_key.created_at')} "createdAt",
  ${utc('last_used_at')} "lastUsedAt", last_address "lastAddress", ${utc('expires_at')} "expiresAt",
  json_build_object('roleId', role_id, 'readOnly', read_only, 'objects', objects) "grant"`
const works = 'revoked_at is null and coalesce(expires_at > now(), true)'

function randomBase62(length: number): string {
  let digits = BigInt(`0x${randomBytes(length).toString('hex')}`)
  let text = ''
  for (let place = 0; place < length; place += 1) {
    text += alphabet[Number(digits % 62n)]
    digits /= 62n
  }
  return text
}
