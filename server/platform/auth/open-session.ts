import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { Authority, Client } from './authority.ts'
import type { ProofMethod, Tell } from './events.ts'
import type { SessionCookie } from './session-cookie.ts'

/** Opened by an identity provider, which vouches for its own workspace alone: the session stays there. */
export interface Bound {
  readonly workspaceId: string
  readonly providerId: string
  /** Its name. */
  readonly provider: string
}

interface NewSession {
  readonly accountId: string
  readonly method: ProofMethod
  readonly client: Client
  /** The request's Cookie header: the session that it carries ends, since another takes its place. */
  readonly former?: string | undefined
  /** It takes the place of one that a changed password ended: nobody signed in. */
  readonly replaces?: true
  readonly bound?: Bound
}

/**
 * Opens a session for who has proved who they are, whichever way. Every way in ends here.
 * @returns Set-Cookie headers
 * @throws AppError no_workspace, password_not_allowed
 */
export type OpenSession = (session: NewSession) => Promise<string[]>

interface Parts {
  readonly pool: Pool
  readonly cookie: SessionCookie
  readonly authority: () => Promise<Authority>
  readonly sessionEnded: (sessionId: string) => void
  readonly tell: Tell
}

export function createOpenSession({ pool, cookie, authority, sessionEnded, tell }: Parts): OpenSession {
  return async ({ accountId, method, client, former, replaces, bound }) => {
    const token = await (await authority())
      .openSession(accountId, method, client, bound)
      .catch(async (refusal: unknown) => {
        if (refusal instanceof AppError)
          await tell({ kind: 'signInFailed', method, accountId, reason: refusal.code, client })
        throw refusal
      })
    const value = cookie.read(former)
    const { rows } = await pool.query<{ id: string }>(
      'delete from kith.session where account_id = $1 and expires_at < now() or token = $2 returning id',
      [accountId, value === undefined ? null : (cookie.verify(value) ?? null)],
    )
    for (const { id } of rows) sessionEnded(id)
    if (replaces !== true)
      await tell({
        kind: 'signIn',
        method,
        accountId,
        client,
        ...(bound && { workspaceId: bound.workspaceId, provider: bound.provider }),
      })
    return [cookie.issue(token)]
  }
}
