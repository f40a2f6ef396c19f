import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { KeyGrant } from '#shared/access/key-grant.ts'
import type { SignInPolicy } from '#shared/access/sign-in-policy.ts'
import { membershipColumns } from './account.ts'
import { isKey } from './api-keys.ts'
import type { CredentialHeaders, Identity, Role } from './identity.ts'
import type { IdentityCache, Loaded } from './identity-cache.ts'
import { admission, type RolesOf, type SessionFacts } from './policy/admission.ts'
import { completed } from './policy/policies.ts'
import { type SessionCookie, sessionLifetime } from './session-cookie.ts'

/** Answers at once where the credential was seen within the last seconds; null where it proves nobody. */
export type Authenticate = (
  headers: CredentialHeaders,
  from?: From,
) => Identity | null | Promise<Identity | null>

interface From {
  readonly address?: string | undefined
  /** Sent by a page by itself: it is no sign that its person is there. */
  readonly background?: boolean
}

interface Row {
  id: string
  accountId: string
  workspaceId: string
  userId: string
  actorId: string
  role: Role
}

interface SessionRow extends Row, Omit<SessionFacts, 'workspaceId' | 'userId'> {
  policy: Partial<SignInPolicy> | null
  seenIsDue: boolean
}

const milliseconds = (time: string) => `extract(epoch from ${time})::float8 * 1000`

const sessionQuery = {
  name: 'kith-session',
  text: `select session.id, ${membershipColumns}, session.provider_id "providerId", session.method,
      session.second_factor "secondFactor",
      exists (select from kith.passkey p where p.account_id = session.account_id) or exists (
        select from kith.authenticator_app a
        where a.account_id = session.account_id and a.confirmed_at is not null) "hasFactor",
      ${milliseconds('session.expires_at')} "expiresAt", ${milliseconds('session.created_at')} "createdAt",
      ${milliseconds('coalesce(session.seen_at, session.updated_at)')} "seenAt",
      coalesce(session.seen_at < now() - interval '1 minute', true) "seenIsDue",
      (select policy from kith.sign_in_policy where sign_in_policy.workspace_id = session.workspace_id) policy
    from kith.session join kith.membership using (account_id, workspace_id)
    where session.token = $1 and session.expires_at > now() and membership.deactivated_at is null`,
}

const keyQuery = {
  name: 'kith-key',
  text: `select api_key.id, ${membershipColumns.replace('membership.actor_id', 'api_key.actor_id')},
      role_id "roleId", read_only "readOnly", objects, ${milliseconds('api_key.expires_at')} "expiresAt",
      coalesce(api_key.last_used_at < now() - interval '1 minute' or last_address is distinct from $2, true) "useIsDue"
    from kith.api_key join kith.membership using (account_id, workspace_id)
    where api_key.secret_sha256 = $1 and api_key.revoked_at is null and membership.deactivated_at is null
      and coalesce(api_key.expires_at > now(), true)`,
}

interface Parts {
  readonly pool: Pool
  readonly cookie: SessionCookie
  readonly cache: IdentityCache
  readonly rolesOf: RolesOf
}

/** An Authorization header is taken alone: a cookie beside it does not count. */
export function createAuthenticate({ pool, cookie, cache, rolesOf }: Parts): Authenticate {
  return (headers, { address, background = false } = {}) => {
    if (headers.authorization !== undefined) {
      const key = bearerKey(headers.authorization)
      return key === undefined ? null : (cache.get(key) ?? cache.load(key, () => loadKey(pool, key, address)))
    }
    const value = cookie.read(headers.cookie)
    if (value === undefined) return null
    const known = cache.get(value, background)
    if (known !== undefined) return known
    const token = cookie.verify(value)
    return token === undefined
      ? null
      : cache.load(value, () => loadSession(pool, token, rolesOf, background), background)
  }
}

function bearerKey(authorization: string): string | undefined {
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  return text !== undefined && isKey(text) ? text : undefined
}

async function loadSession(
  pool: Pool,
  token: string,
  rolesOf: RolesOf,
  background: boolean,
): Promise<Loaded | null> {
  const { rows } = await pool.query<SessionRow>({ ...sessionQuery, values: [token] })
  const [row] = rows
  if (row === undefined) return null
  const { id, accountId, workspaceId, userId, actorId, role, providerId } = row
  const admitted = await admission(row, completed(row.policy), rolesOf)
  if (admitted === undefined) return null
  if (!background) await noteSeen(pool, row)
  const { restricted, expiresAt } = admitted
  const asker = { accountId, workspaceId, userId, actorId, role }
  return { identity: { kind: 'session', sessionId: id, providerId, ...asker, restricted }, expiresAt }
}

async function noteSeen(pool: Pool, { id, seenIsDue, expiresAt }: SessionRow): Promise<void> {
  const { expiresIn, renewAfter } = sessionLifetime
  if (seenIsDue) await pool.query('update kith.session set seen_at = now() where id = $1', [id])
  if (expiresAt - Date.now() < (expiresIn - renewAfter) * 1000)
    await pool.query(
      `update kith.session set expires_at = now() + $2 * interval '1 second', updated_at = now() where id = $1`,
      [id, expiresIn],
    )
}

async function loadKey(pool: Pool, key: string, address: string | undefined): Promise<Loaded | null> {
  const digest = createHash('sha256').update(key).digest()
  const { rows } = await pool.query<Row & KeyGrant & { expiresAt: number | null; useIsDue: boolean }>({
    ...keyQuery,
    values: [digest, address ?? null],
  })
  const [row] = rows
  if (row === undefined) return null
  const { id, useIsDue, expiresAt, roleId, readOnly, objects, ...asker } = row
  if (useIsDue)
    await pool.query('update kith.api_key set last_used_at = now(), last_address = $2 where id = $1', [
      id,
      address ?? null,
    ])
  const narrow = roleId !== null || readOnly || objects !== null
  const grant = narrow ? { roleId, readOnly, objects } : undefined
  return {
    identity: { kind: 'key', keyId: id, ...asker, ...(grant && { grant }) },
    expiresAt: expiresAt ?? Number.POSITIVE_INFINITY,
  }
}
