import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { Client } from './authority.ts'
import type { ProofMethod, Tell } from './events.ts'
import type { SessionCookie } from './session-cookie.ts'

/** One browser in which a person is signed in. Times are ISO 8601 UTC. */
export interface OpenSessionDocument {
  readonly id: string
  /** Whether it is the one that asks. */
  readonly current: boolean
  readonly method: ProofMethod | null
  /** From where it was opened. */
  readonly address: string | null
  readonly userAgent: string | null
  readonly createdAt: string
  /** To a minute. */
  readonly seenAt: string
}

interface Asking {
  readonly accountId: string
  readonly sessionId: string
  readonly workspaceId: string
  /** Of a session that a provider opened. */
  readonly providerId: string | null
}

export interface Sessions {
  /** One's own that are open, the one in use last first. */
  listSessions(asking: Asking): Promise<OpenSessionDocument[]>
  /** @throws AppError not_found where the account has no such session */
  endSession(asking: Asking, sessionId: string, client: Client): Promise<void>
  /** Ends all but the one that asks. @returns how many */
  endOtherSessions(asking: Asking, client: Client): Promise<number>
  /** Ends the session of a request's Cookie header, if there is one. @returns Set-Cookie headers */
  signOut(cookie: string | undefined, client?: Client): Promise<string[]>
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

interface Parts {
  readonly pool: Pool
  readonly cookie: SessionCookie
  readonly sessionEnded: (sessionId: string) => void
  readonly tell: Tell
}

export function createSessions({ pool, cookie, sessionEnded, tell }: Parts): Sessions {
  /** Ends those that meet a condition over `$1`, `$2`. */
  const end = async (condition: string, values: readonly unknown[]) => {
    const { rows } = await pool.query<{ id: string; accountId: string }>(
      `delete from kith.session where ${condition} returning id, account_id "accountId"`,
      [...values],
    )
    for (const { id } of rows) sessionEnded(id)
    return rows
  }
  /** Of a session that a provider opened, what its workspace's providers opened: the others are not its business. */
  const boundOf = ({ providerId, workspaceId }: Asking) => (providerId === null ? null : workspaceId)
  return {
    async listSessions(asking) {
      const { accountId, sessionId } = asking
      const { rows } = await pool.query<OpenSessionDocument>(
        `select id, id = $2 current, method, address, user_agent "userAgent", ${utc('created_at')} "createdAt",
           ${utc('coalesce(seen_at, updated_at)')} "seenAt"
         from kith.session
         where account_id = $1 and expires_at > now() and ($3::uuid is null or bound_to = $3)
         order by id = $2 desc, coalesce(seen_at, updated_at) desc, id`,
        [accountId, sessionId, boundOf(asking)],
      )
      return rows
    },
    async endSession(asking, sessionId, client) {
      const { accountId } = asking
      const ended = await end('id = $1 and account_id = $2 and ($3::uuid is null or bound_to = $3)', [
        sessionId,
        accountId,
        boundOf(asking),
      ])
      if (ended.length === 0) throw new AppError('not_found', { what: `session ${sessionId}` })
      await tell({ kind: 'sessionEnded', accountId, client })
    },
    async endOtherSessions(asking, client) {
      const { accountId, sessionId } = asking
      const ended = await end('account_id = $1 and id <> $2 and ($3::uuid is null or bound_to = $3)', [
        accountId,
        sessionId,
        boundOf(asking),
      ])
      for (const _ of ended) await tell({ kind: 'sessionEnded', accountId, client })
      return ended.length
    },
    async signOut(header, client) {
      const value = cookie.read(header)
      const token = value === undefined ? undefined : cookie.verify(value)
      const ended = token === undefined ? [] : await end('token = $1', [token])
      for (const { accountId } of ended) await tell({ kind: 'signOut', accountId, client })
      return [cookie.clear()]
    },
  }
}
