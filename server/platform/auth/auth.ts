import type { IncomingHttpHeaders } from 'node:http'
import type { Pool } from 'pg'
import type { Notifier } from '#server/platform/database/notifier.ts'
import type { Account, Membership } from './account.ts'
import {
  findAccount,
  findAccountBy,
  findAccounts,
  insertAccount,
  type NewAccount,
  type PreparedAccount,
  prepareAccount,
} from './accounts.ts'
import { openLatestWorkspace, openWorkspace } from './active-workspace.ts'
import { type ApiKeys, createApiKeys } from './api-keys.ts'
import { type Authenticate, createAuthenticate } from './authenticate.ts'
import type { Authority } from './authority.ts'
import { type ChangePassword, createChangePassword } from './change-password.ts'
import { createCheckCode } from './check-code.ts'
import { createCheckPassword } from './check-password.ts'
import { type AuthEvent, createTell, type Tell } from './events.ts'
import { createExclusive, type Exclusive } from './exclusive.ts'
import { createAuthenticatorApp } from './factors/authenticator-app.ts'
import { createFactors, type Factors } from './factors/factors.ts'
import { createPasskeyAssertion } from './factors/passkey-assertion.ts'
import { type PasskeyPlace, passkeyPlace } from './factors/passkey-place.ts'
import { createSealing } from './factors/sealing.ts'
import { parseIdentifier } from './identifier.ts'
import type { Identity } from './identity.ts'
import { createIdentityCache } from './identity-cache.ts'
import { createMemberships, type Memberships } from './memberships.ts'
import { createOpenSession, type OpenSession } from './open-session.ts'
import { createPasskeySignIn, type PasskeySignIn } from './passkey-sign-in.ts'
import { createProvePassword } from './prove-password.ts'
import { createRecentProof, type RecentProof } from './recent-proof.ts'
import { createResetPassword, type ResetPassword } from './reset-password.ts'
import { createRevocation, type Watch } from './revocation.ts'
import { requireSameOrigin, type SentFrom } from './same-origin.ts'
import { createSecondStepSignIn, type SecondStepSignIn } from './second-step.ts'
import { createSessionCookie } from './session-cookie.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createSignInLimit } from './sign-in-limit.ts'
import { createTickets } from './tickets.ts'

interface AuthOptions {
  /** The platform role's pool. */
  readonly pool: Pool
  readonly notifier: Pick<Notifier, 'notify' | 'subscribe'>
  /** KITH_URL. Cookies are Secure where it is https. */
  readonly publicUrl: string
  /** Derived for this purpose alone; signs session cookies. */
  readonly secret: string
  /** Derived for this purpose alone; seals the secrets of second factors, signs what is asked of passkeys. */
  readonly factorSecret: string
  /** Hears of sign-ins, failed ones too, and of every change to how an account is opened: for the audit log. */
  readonly onEvent?: (event: AuthEvent) => void
}

/** The parts of a request that tell who asks, and whether a page of Kith's own sent it. */
interface AskedRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

export interface Auth
  extends SignIn,
    SecondStepSignIn,
    PasskeySignIn,
    RecentProof,
    Sessions,
    ChangePassword,
    ResetPassword,
    Factors,
    Memberships,
    ApiKeys {
  /** For every further way to sign in: it proves who somebody is, this opens the session. */
  readonly openSession: OpenSession
  /** Calls `listener` whenever it should be looked anew who asks; returns how to stop. */
  readonly watch: Watch
  /** Where a page was opened, as passkeys know places. @throws AppError passkey_unavailable */
  passkeyPlace(headers: SentFrom): PasskeyPlace
  /** For what happens to an account in a route or a command. */
  readonly tell: Tell
  /** Who asks, by headers alone: for requests that change nothing. */
  readonly authenticate: Authenticate
  /** Who asks; answers at once where it can. @throws AppError cross_site_request for another site's write by cookie */
  identify(request: AskedRequest): Identity | null | Promise<Identity | null>
  /** @throws AppError cross_site_request */
  requireSameOrigin(request: AskedRequest): void
  /**
   * Makes an account, and its first membership where one is given, all or nothing.
   * @throws AppError account_exists, invalid_email, invalid_mobile, email_or_mobile_required, password_too_short …
   */
  createAccount(input: NewAccount, membership?: Omit<Membership, 'accountId'>): Promise<Account>
  /** The first half of `createAccount`, which checks and writes nothing: for work that must not begin in vain. */
  prepareAccount(input: NewAccount): Promise<PreparedAccount>
  insertAccount(account: PreparedAccount, membership?: Omit<Membership, 'accountId'>): Promise<Account>
  findAccount(accountId: string): Promise<Account | undefined>
  /** Who signs in with this address or number, each as kept: one account, unless they are two people's. */
  findAccounts(ways: { readonly email: string | null; readonly mobile: string | null }): Promise<Account[]>
  /** By e-mail address or mobile number as typed. */
  findAccountByIdentifier(identifier: string): Promise<Account | undefined>
  /** @throws AppError not_permitted where the session's account is no member */
  switchWorkspace(sessionId: string, workspaceId: string): Promise<Membership>
  /** A Set-Cookie header that lets the browser keep a request's session cookie for its whole lifetime again. */
  renewCookie(cookie: string | undefined): string | undefined
  /** One at a time on this installation, over all processes. */
  readonly exclusive: Exclusive
  /** Loads what the first sign-in needs, so that it need not wait. */
  preload(): Promise<void>
  /** Stops listening to the notifier. */
  stop(): void
}

export function createAuth(options: AuthOptions): Auth {
  const { pool, notifier, publicUrl, secret, factorSecret } = options
  const { origin, protocol } = new URL(publicUrl)
  const cookie = createSessionCookie(secret, protocol === 'https:')
  const cache = createIdentityCache()
  const revocation = createRevocation(notifier, cache)
  const tell = createTell(pool, options.onEvent)
  const authenticate = createAuthenticate(pool, cookie, cache)

  let loading: Promise<Authority> | undefined
  const authority = () => {
    loading ??= import('./authority.ts').then(({ createAuthority }) =>
      createAuthority({
        pool,
        publicUrl,
        secret,
        workspaceFor: (accountId) => openLatestWorkspace(pool, accountId),
      }),
    )
    return loading
  }
  const hash = async (password: string) => (await authority()).hash(password)
  const prepare = async (input: NewAccount) => prepareAccount(input, hash)

  const limit = createSignInLimit(pool)
  const tickets = createTickets(pool, factorSecret)
  const app = createAuthenticatorApp(pool, createSealing(factorSecret))
  const assertion = createPasskeyAssertion(pool, tickets)
  const checkPassword = createCheckPassword(pool, authority)
  const provePassword = createProvePassword(limit, checkPassword, tell)
  const checkCode = createCheckCode(app, limit, tell)
  const sessionEnded = revocation.session
  const openSession = createOpenSession({ pool, cookie, authority, sessionEnded, tell })
  const accountChanged = revocation.account

  return {
    openSession,
    watch: revocation.watch,
    passkeyPlace: (headers) => passkeyPlace(headers, publicUrl),
    ...createSignIn({ pool, limit, checkPassword, app, tickets, openSession, tell }),
    ...createSecondStepSignIn({ pool, checkCode, tickets, openSession, tell }),
    ...createPasskeySignIn({ pool, limit, assertion, openSession, tell }),
    ...createRecentProof({ pool, limit, provePassword, checkCode, assertion, tell }),
    ...createSessions({ pool, cookie, sessionEnded, tell }),
    ...createChangePassword({ pool, provePassword, hash, openSession, accountChanged, tell }),
    ...createResetPassword(pool, hash, accountChanged, tell),
    ...createFactors({ pool, app, limit, tickets, tell }),
    ...createMemberships(pool, revocation.account),
    ...createApiKeys(pool, revocation.key),
    tell,
    authenticate,
    identify(request) {
      const { authorization, cookie: header } = request.headers
      if (authorization === undefined && cookie.read(header) !== undefined)
        requireSameOrigin(request.method, request.headers, origin)
      return authenticate(request.headers)
    },
    requireSameOrigin: ({ method, headers }) => requireSameOrigin(method, headers, origin),
    createAccount: async (input, membership) => insertAccount(pool, await prepare(input), membership),
    prepareAccount: prepare,
    insertAccount: (account, membership) => insertAccount(pool, account, membership),
    findAccount: (accountId) => findAccount(pool, accountId),
    findAccounts: (ways) => findAccounts(pool, ways),
    async findAccountByIdentifier(text) {
      const identifier = await parseIdentifier(text)
      return identifier && findAccountBy(pool, identifier)
    },
    async switchWorkspace(sessionId, workspaceId) {
      const membership = await openWorkspace(pool, sessionId, workspaceId)
      revocation.session(sessionId)
      return membership
    },
    renewCookie(header) {
      const value = cookie.read(header)
      return value === undefined ? undefined : cookie.renew(value)
    },
    exclusive: createExclusive(pool),
    preload: async () => {
      await authority()
    },
    stop: revocation.stop,
  }
}
