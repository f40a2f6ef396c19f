import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { ScimToken } from '#shared/operations/directories.ts'
import { uuidv7 } from '#shared/uuid.ts'

/** Whose token it is. */
export interface ScimAsker {
  readonly tokenId: string
  readonly workspaceId: string
  /** The record of the object `actor` that the token's changes are attributed to. */
  readonly actorId: string
}

/** Tokens that open SCIM of one workspace, and nothing else. */
export interface ScimTokens {
  list(workspaceId: string): Promise<ScimToken[]>
  /** `token` is kept nowhere. */
  create(input: {
    readonly workspaceId: string
    readonly actorId: string
    readonly name: string
  }): Promise<ScimToken & { readonly token: string }>
  /** @throws AppError not_found */
  revoke(workspaceId: string, tokenId: string): Promise<{ readonly name: string }>
  /** Undefined where it opens nothing. */
  find(token: string): Promise<ScimAsker | undefined>
}

const shape = /^scim_[\w-]{43}$/
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = `id, name, prefix start, ${utc('created_at')} "createdAt", ${utc('last_used_at')} "lastUsedAt"`
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export function createScimTokens(pool: Pool): ScimTokens {
  return {
    async list(workspaceId) {
      const { rows } = await pool.query<ScimToken>(
        `select ${columns} from kith.scim_token where workspace_id = $1 and revoked_at is null order by id desc`,
        [workspaceId],
      )
      return rows
    },
    async create({ workspaceId, actorId, name }) {
      const token = `scim_${randomBytes(32).toString('base64url')}`
      const { rows } = await pool.query<ScimToken>(
        `insert into kith.scim_token (id, workspace_id, actor_id, name, prefix, secret_sha256)
         values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
        [uuidv7(), workspaceId, actorId, name, token.slice(0, 11), digestOf(token)],
      )
      return { ...rows[0]!, token }
    },
    async revoke(workspaceId, tokenId) {
      const { rows } = await pool.query<{ name: string }>(
        `update kith.scim_token set revoked_at = now()
         where id = $1 and workspace_id = $2 and revoked_at is null returning name`,
        [tokenId, workspaceId],
      )
      if (rows[0] === undefined) throw new AppError('not_found', { what: `token ${tokenId}` })
      return rows[0]
    },
    async find(token) {
      if (!shape.test(token)) return undefined
      const { rows } = await pool.query<ScimAsker & { useIsDue: boolean }>(
        `select id "tokenId", workspace_id "workspaceId", actor_id "actorId",
           coalesce(last_used_at < now() - interval '1 minute', true) "useIsDue"
         from kith.scim_token where secret_sha256 = $1 and revoked_at is null`,
        [digestOf(token)],
      )
      const [row] = rows
      if (row === undefined) return undefined
      const { useIsDue, ...asker } = row
      if (useIsDue)
        await pool.query('update kith.scim_token set last_used_at = now() where id = $1', [asker.tokenId])
      return asker
    },
  }
}
