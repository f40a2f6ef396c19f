import type { Pool } from 'pg'
import type { Client } from './authority.ts'

export type AuthEventKind =
  | 'signIn'
  | 'signInFailed'
  | 'signOut'
  | 'sessionEnded'
  | 'passwordChanged'
  | 'passwordReset'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'totpEnabled'
  | 'totpDisabled'
  | 'recoveryCodeUsed'
  | 'keyCreated'
  | 'keyRevoked'
  | 'signInPolicyChanged'
  | 'factorsReset'
  | 'identityLinked'
  | 'providerAdded'
  | 'providerChanged'
  | 'providerRemoved'

/** How somebody proved who they are. */
export type ProofMethod = 'password' | 'passkey' | 'totp' | 'recoveryCode' | 'key' | 'provider'

/** What happened to who may come in: for the audit log, never for an answer. Holds no password, code, token or key. */
export interface AuthEvent {
  readonly kind: AuthEventKind
  /** Whose account; null where nobody is known by what was typed. */
  readonly accountId: string | null
  /** What was typed to be known by, where it failed. */
  readonly identifier: string | null
  /** Each of them is concerned: those to which the account belongs, or the one whose provider vouches. */
  readonly workspaceIds: readonly string[]
  readonly method: ProofMethod | null
  /** The real one of a failure, which the answer does not tell. */
  readonly reason: string | null
  /** Name of the identity provider that it is about. */
  readonly provider: string | null
  /** What else is to be known of it. */
  readonly details: Readonly<Record<string, unknown>>
  readonly address: string | null
  readonly userAgent: string | null
  readonly at: Date
}

/** An event as its place knows it. */
export interface AuthHappening {
  readonly kind: AuthEventKind
  readonly accountId?: string | undefined
  readonly identifier?: string
  readonly method?: ProofMethod
  readonly reason?: string
  readonly provider?: string
  readonly details?: Readonly<Record<string, unknown>>
  /** Where it happened, in place of all workspaces of the account. */
  readonly workspaceId?: string
  readonly client?: Partial<Client> | undefined
}

/** Call after what is told was done. */
export type Tell = (happening: AuthHappening) => Promise<void>

const longestTyped = 300

/** @param onEvent hears of everything, in this process alone; where none listens nothing is looked up */
export function createTell(pool: Pool, onEvent: ((event: AuthEvent) => void) | undefined): Tell {
  if (onEvent === undefined) return async () => {}
  return async (happening) => {
    const {
      kind,
      accountId,
      identifier,
      method,
      reason,
      provider,
      details = {},
      workspaceId,
      client,
    } = happening
    const at = new Date()
    onEvent({
      kind,
      accountId: accountId ?? null,
      identifier: identifier?.slice(0, longestTyped) ?? null,
      workspaceIds: workspaceId === undefined ? await workspacesOf(pool, accountId) : [workspaceId],
      method: method ?? null,
      reason: reason ?? null,
      provider: provider ?? null,
      details,
      address: client?.address ?? null,
      userAgent: client?.userAgent ?? null,
      at,
    })
  }
}

async function workspacesOf(pool: Pool, accountId: string | undefined): Promise<string[]> {
  if (accountId === undefined) return []
  const { rows } = await pool.query<{ id: string }>(
    `select workspace_id id from kith.membership where account_id = $1 and deactivated_at is null order by id`,
    [accountId],
  )
  return rows.map(({ id }) => id)
}
