import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { membershipColumns } from './account.ts'
import { isKey } from './api-keys.ts'
import type { CredentialHeaders, Identity, Role } from './identity.ts'
import type { IdentityCache, Loaded } from './identity-cache.ts'
import { type SessionCookie, sessionLifetime } from './session-cookie.ts'

/** Answers at once where the credential was seen within the last seconds; null where it proves nobody. */
export type Authenticate = (headers: CredentialHeaders) => Identity | null | Promise<Identity | null>

interface Row {
  id: string
  accountId: string
  workspaceId: string
  userId: string
  actorId: string
  role: Role
}

const sessionQuery = {
  name: 'kith-session',
  text: `select session.id, ${membershipColumns}, extract(epoch from session.expires_at)::float8 * 1000 "expiresAt",
      coalesce(session.seen_at < now() - interval '1 minute', true) "seenIsDue"
    from kith.session join kith.membership using (account_id, workspace_id)
    where session.token = $1 and session.expires_at > now() and membership.deactivated_at is null`,
}

const keyQuery = {
  name: 'kith-key',
  text: `select api_key.id, ${membershipColumns.replace('membership.actor_id', 'api_key.actor_id')},
      coalesce(api_key.last_used_at < now() - interval '1 minute', true) "useIsDue"
    from kith.api_key join kith.membership using (account_id, workspace_id)
    where api_key.secret_sha256 = $1 and api_key.revoked_at is null and membership.deactivated_at is null`,
}

/** An Authorization header is taken alone: a cookie beside it does not count. */
export function createAuthenticate(pool: Pool, cookie: SessionCookie, cache: IdentityCache): Authenticate {
  return (headers) => {
    if (headers.authorization !== undefined) {
      const key = bearerKey(headers.authorization)
      return key === undefined ? null : (cache.get(key) ?? cache.load(key, () => loadKey(pool, key)))
    }
    const value = cookie.read(headers.cookie)
    if (value === undefined) return null
    const known = cache.get(value)
    if (known !== undefined) return known
    const token = cookie.verify(value)
    return token === undefined ? null : cache.load(value, () => loadSession(pool, token))
  }
}

function bearerKey(authorization: string): string | undefined {
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  return text !== undefined && isKey(text) ? text : undefined
}

async function loadSession(pool: Pool, token: string): Promise<Loaded | null> {
  const { rows } = await pool.query<Row & { expiresAt: number; seenIsDue: boolean }>({
    ...sessionQuery,
    values: [token],
  })
  const [row] = rows
  if (row === undefined) return null
  const { id, expiresAt, seenIsDue, ...asker } = row
  const { expiresIn, renewAfter } = sessionLifetime
  if (seenIsDue) await pool.query('update kith.session set seen_at = now() where id = $1', [id])
  if (expiresAt - Date.now() < (expiresIn - renewAfter) * 1000)
    await pool.query(
      `update kith.session set expires_at = now() + $2 * interval '1 second', updated_at = now() where id = $1`,
      [id, expiresIn],
    )
  return { identity: { kind: 'session', sessionId: id, ...asker }, expiresAt }
}

async function loadKey(pool: Pool, key: string): Promise<Loaded | null> {
  const digest = createHash('sha256').update(key).digest()
  const { rows } = await pool.query<Row & { useIsDue: boolean }>({ ...keyQuery, values: [digest] })
  const [row] = rows
  if (row === undefined) return null
  const { id, useIsDue, ...asker } = row
  if (useIsDue) await pool.query('update kith.api_key set last_used_at = now() where id = $1', [id])
  return { identity: { kind: 'key', keyId: id, ...asker }, expiresAt: Number.POSITIVE_INFINITY }
}
