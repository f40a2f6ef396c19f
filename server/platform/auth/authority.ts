import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { authorityDatabase } from './authority-database.ts'
import { authorityTables } from './authority-tables.ts'
import { passwordLength } from './password-rules.ts'
import { cookiePrefix } from './session-cookie.ts'

export interface AuthorityOptions {
  readonly pool: Pool
  readonly secret: string
  readonly publicUrl: string
  /** The workspace that a new session of this account opens. */
  readonly workspaceFor: (accountId: string) => Promise<string>
}

/** Where a person signs in from; kept with the session. */
export interface Client {
  readonly address: string
  readonly userAgent?: string | undefined
}

/** What better-auth does for Kith: hash and check passwords, issue sessions. */
export interface Authority {
  hash(password: string): Promise<string>
  /**
   * Takes as long for an account that does not exist as for a wrong password.
   * @returns Set-Cookie headers; null where account and password do not match
   */
  signIn(accountId: string, password: string, client: Client): Promise<string[] | null>
  /**
   * Ends every session of the account and opens one.
   * @returns Set-Cookie headers; null where the current password is wrong
   */
  changePassword(cookie: string, current: string, next: string, client: Client): Promise<string[] | null>
}

const addressHeader = 'x-kith-address'

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
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Its own least length counts differently; the rules are checked before.
      minPasswordLength: 1,
      maxPasswordLength: passwordLength.most,
    },
    ...authorityTables,
    advanced: {
      cookiePrefix,
      useSecureCookies: options.publicUrl.startsWith('https:'),
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, workspaceId: await options.workspaceFor(session.userId) },
          }),
        },
      },
    },
  })
  const { password: passwords } = await auth.$context
  return {
    hash: (password) => passwords.hash(password),
    signIn: (accountId, password, client) =>
      cookiesUnless('INVALID_EMAIL_OR_PASSWORD', () =>
        auth.api.signInEmail({
          body: { email: internalAddress(accountId), password },
          headers: headersOf(client),
          returnHeaders: true,
        }),
      ),
    changePassword: (cookie, current, next, client) =>
      cookiesUnless('INVALID_PASSWORD', () =>
        auth.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: headersOf(client, { cookie }),
          returnHeaders: true,
        }),
      ),
  }
}

const internalAddress = (accountId: string) => `${accountId}@account.invalid`

function headersOf(client: Client, more: Record<string, string> = {}): Headers {
  return new Headers({
    [addressHeader]: client.address,
    'user-agent': (client.userAgent ?? '').slice(0, 500),
    ...more,
  })
}

async function cookiesUnless(
  refusal: string,
  call: () => Promise<{ headers: Headers }>,
): Promise<string[] | null> {
  try {
    const { headers } = await call()
    return headers.getSetCookie()
  } catch (error) {
    if (!isAPIError(error)) throw error
    if (error.body?.code === refusal) return null
    if (error.statusCode === 401) throw new AppError('not_signed_in', {}, { cause: error })
    throw error
  }
}
