import { betterAuth } from 'better-auth'
import type { Pool } from 'pg'
import { uuidv7 } from '#shared/uuid.ts'
import { authorityDatabase } from './authority-database.ts'
import { authorityTables } from './authority-tables.ts'
import type { ProofMethod } from './events.ts'
import type { Bound } from './open-session.ts'
import { cookiePrefix } from './session-cookie.ts'

export interface AuthorityOptions {
  readonly pool: Pool
  readonly secret: string
  readonly publicUrl: string
  /** The workspace that a new session of this account opens. */
  readonly workspaceFor: (
    accountId: string,
    opening: { readonly method: string | null; readonly boundTo: string | undefined },
  ) => Promise<string>
}

/** Where a person signs in from; kept with the session. */
export interface Client {
  readonly address: string
  readonly userAgent?: string | undefined
}

/** What better-auth does for Kith: hash and check passwords, issue sessions. */
export interface Authority {
  hash(password: string): Promise<string>
  /** Takes as long where there is no hash, since there is no such account, as for a wrong password. */
  verify(password: string, hash: string | undefined): Promise<boolean>
  /** @param method how the person proved who they are @returns its token @throws AppError no_workspace */
  openSession(accountId: string, method: ProofMethod, client: Client, bound?: Bound): Promise<string>
}

/**
 * Loading this file loads better-auth, a quarter of a second: import it when somebody signs in, not before.
 * better-auth knows people by e-mail address alone. Here that is `internal_address`, made from the id below the reserved
 * domain `.invalid`, so that an account without e-mail is an account like any other; nobody ever sees it.
 */
export async function createAuthority(options: AuthorityOptions): Promise<Authority> {
  const auth = betterAuth({
    appName: 'Kith',
    baseURL: options.publicUrl,
    secret: options.secret,
    database: { db: authorityDatabase(options.pool), type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    // Sign-in attempts are counted in the database, before better-auth is asked.
    rateLimit: { enabled: false },
    logger: { level: 'error' },
    ...authorityTables,
    advanced: {
      cookiePrefix,
      useSecureCookies: options.publicUrl.startsWith('https:'),
      database: { generateId: () => uuidv7() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: {
              ...session,
              workspaceId: await options.workspaceFor(session.userId, openingOf(session)),
            },
          }),
        },
      },
    },
  })
  const { password: passwords, internalAdapter } = await auth.$context
  return {
    hash: (password) => passwords.hash(password),
    async verify(password, hash) {
      if (hash !== undefined) return passwords.verify({ password, hash })
      await passwords.hash(password)
      return false
    },
    async openSession(accountId, method, { address, userAgent = '' }, bound) {
      const session = await internalAdapter.createSession(accountId, false, {
        ipAddress: address,
        userAgent: userAgent.slice(0, 500),
        method,
        ...(bound && { boundTo: bound.workspaceId, providerId: bound.providerId }),
      })
      return session.token
    },
  }
}

const openingOf = ({ method, boundTo }: Record<string, unknown>) => ({
  method: typeof method === 'string' ? method : null,
  boundTo: typeof boundTo === 'string' ? boundTo : undefined,
})
