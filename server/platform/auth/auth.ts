import type { IncomingHttpHeaders } from 'node:http'
import type { Pool } from 'pg'
import type { Notifier } from '#server/platform/database/notifier.ts'
import { createOutbound, type Outbound } from '#server/platform/outbound/index.ts'
import { derivedRing, type KeyRing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
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
import type { Resealed } from './factors/reseal-apps.ts'
import { createFindMembers, type FindMembers } from './find-members.ts'
import { parseIdentifier } from './identifier.ts'
import type { Identity } from './identity.ts'
import { createIdentityCache } from './identity-cache.ts'
import { createInvitations, type Invitations } from './invitations/invitations.ts'
import { createMemberships, type Memberships } from './memberships.ts'
import { createOpenSession, type OpenSession } from './open-session.ts'
import { createPasskeySignIn, type PasskeySignIn } from './passkey-sign-in.ts'
import type { RolesOf } from './policy/admission.ts'
import { createComesIn } from './policy/comes-in.ts'
import { type AdministratorsOf, createKeepWayIn } from './policy/keep-way-in.ts'
import { createSignInPolicies, type SignInPolicies } from './policy/policies.ts'
import { createProvePassword } from './prove-password.ts'
import { createProviders, type Providers } from './providers/providers.ts'
import { createRecentProof, type RecentProof } from './recent-proof.ts'
import { createResetFactors, type ResetFactors } from './reset-factors.ts'
import { createResetPassword, type ResetPassword } from './reset-password.ts'
import { createRevocation, type Watch } from './revocation.ts'
import { requireSameOrigin, type SentFrom } from './same-origin.ts'
import { createSecondStepSignIn, type SecondStepSignIn } from './second-step.ts'
import { createSessionCookie } from './session-cookie.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createSignInLimit } from './sign-in-limit.ts'
import { createStandings, type Standings } from './standing.ts'
import { createTickets } from './tickets.ts'

interface AuthOptions {
  /** The platform role's pool. */
  readonly pool: Pool
  readonly notifier: Pick<Notifier, 'notify' | 'subscribe'>
  /** KITH_URL. Cookies are Secure where it is https. */
  readonly publicUrl: string
  /** Of KITH_SECRET: what signs session cookies and tickets and seals the secrets of second factors is derived from it. */
  readonly ring: KeyRing
  /** The way to identity providers; to those on the internet alone where none is given. */
  readonly outbound?: Outbound
  /** Who must show a second factor may be said by role. */
  readonly rolesOf: RolesOf
  readonly administratorsOf: AdministratorsOf
  /** Before a workspace's id: the topic of the news that roles of its members changed. */
  readonly rolesTopic?: string
  /** Hears of sign-ins, failed ones too, and of every change to how an account is opened: for the audit log. */
  readonly onEvent?: (event: AuthEvent) => void
}

/** The parts of a request that tell who asks, and whether a page of Kith's own sent it. */
interface AskedRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** From where it comes. */
  readonly ip?: string
  /** What a page keeps open by itself; a request with the header `Kith-Background` is one, too. */
  readonly background?: boolean
}

export interface Auth
  extends SignIn,
    SecondStepSignIn,
    PasskeySignIn,
    RecentProof,
    Sessions,
    ChangePassword,
    ResetPassword,
    ResetFactors,
    Factors,
    Memberships,
    FindMembers,
    Invitations,
    Standings,
    Providers,
    SignInPolicies,
    ApiKeys {
  /** For every further way to sign in: it proves who somebody is, this opens the session. */
  readonly openSession: OpenSession
  /** Calls `listener` whenever it should be looked anew who asks; returns how to stop. */
  readonly watch: Watch
  /** Where a page was opened, as passkeys know places. @throws AppError passkey_unavailable */
  passkeyPlace(headers: SentFrom): PasskeyPlace
  /** Where the token of an invitation is taken. */
  joinAddress(token: string): string
  /** For what happens to an account in a route or a command. */
  readonly tell: Tell
  /** Who asks, by headers alone: for requests that change nothing. */
  readonly authenticate: Authenticate
  /**
   * Who asks; answers at once where it can.
   * @param also whether a session may ask that has yet to show a second factor
   * @throws AppError cross_site_request for another site's write by cookie, second_factor_required
   */
  identify(request: AskedRequest, also?: 'restricted'): Identity | null | Promise<Identity | null>
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
  /** Seals what is kept for second factors and of identity providers under the current KITH_SECRET, while they are used. */
  reseal(): Promise<Resealed>
  /** Loads what the first sign-in needs, so that it need not wait. */
  preload(): Promise<void>
  /** Stops listening to the notifier. */
  stop(): void
}

export function createAuth(options: AuthOptions): Auth {
  const { pool, notifier, publicUrl, ring } = options
  const sessionRing = derivedRing(ring, 'session')
  const { origin, protocol } = new URL(publicUrl)
  const cookie = createSessionCookie(sessionRing, protocol === 'https:')
  const cache = createIdentityCache()
  const revocation = createRevocation(notifier, cache, options.rolesTopic)
  const tell = createTell(pool, options.onEvent)
  const authenticate = createAuthenticate({ pool, cookie, cache, rolesOf: options.rolesOf })

  let loading: Promise<Authority> | undefined
  const authority = () => {
    loading ??= import('./authority.ts').then(({ createAuthority }) =>
      createAuthority({
        pool,
        publicUrl,
        secret: sessionRing[0],
        workspaceFor: (accountId, opening) => openLatestWorkspace(pool, accountId, opening),
      }),
    )
    return loading
  }
  const hash = async (password: string) => (await authority()).hash(password)
  const keepWayIn = createKeepWayIn(pool, createComesIn(ring), options.administratorsOf)
  const policies = createSignInPolicies(pool, keepWayIn, revocation.policy)
  const { leastPasswordLength } = policies
  const prepare = async (input: NewAccount) => {
    const { workspaceId } = input
    return prepareAccount(
      input,
      hash,
      await leastPasswordLength({ ...(workspaceId !== undefined && { workspaceId }) }),
    )
  }

  const limit = createSignInLimit(pool)
  const tickets = createTickets(pool, derivedRing(ring, 'second factors'))
  const app = createAuthenticatorApp(pool, ring)
  const assertion = createPasskeyAssertion(pool, tickets)
  const checkPassword = createCheckPassword(pool, authority)
  const provePassword = createProvePassword(limit, checkPassword, tell)
  const checkCode = createCheckCode(app, limit, tell)
  const sessionEnded = revocation.session
  const openSession = createOpenSession({ pool, cookie, authority, sessionEnded, tell })
  const accountChanged = revocation.account
  const exclusive = createExclusive(pool)
  const { outbound = createOutbound({ allowed: [] }) } = options
  const providers = createProviders({
    ...{ pool, keepWayIn, ring, publicUrl, outbound, exclusive, tickets },
    ...{ limit, openSession, sessionEnded, tell },
  })

  return {
    openSession,
    watch: revocation.watch,
    passkeyPlace: (headers) => passkeyPlace(headers, publicUrl),
    ...createSignIn({ pool, limit, checkPassword, app, tickets, openSession, tell }),
    ...createSecondStepSignIn({ pool, checkCode, tickets, openSession, tell }),
    ...createPasskeySignIn({ pool, limit, assertion, openSession, tell }),
    ...createRecentProof({
      pool,
      limit,
      provePassword,
      checkCode,
      assertion,
      sessionChanged: sessionEnded,
      tell,
    }),
    ...createSessions({ pool, cookie, sessionEnded, tell }),
    ...createChangePassword({
      ...{ pool, provePassword, hash, leastPasswordLength },
      ...{ openSession, accountChanged, tell },
    }),
    ...createResetPassword({ pool, hash, leastPasswordLength, accountChanged, tell }),
    ...createResetFactors({ pool, keepWayIn, accountChanged, policyChanged: revocation.policy, tell }),
    ...createFactors({ pool, keepWayIn, app, limit, tickets, accountChanged, tell }),
    ...createMemberships(pool, revocation.account),
    ...createFindMembers(pool),
    ...createInvitations(pool, derivedRing(ring, 'invitations'), limit),
    joinAddress: (token) => `${publicUrl.replace(/\/$/, '')}/join/${token}`,
    ...createStandings(pool),
    ...providers,
    ...createApiKeys(pool, revocation.key),
    ...policies,
    tell,
    authenticate,
    identify(request, also) {
      const { headers, ip, background = headers['kith-background'] !== undefined } = request
      if (headers.authorization === undefined && cookie.read(headers.cookie) !== undefined)
        requireSameOrigin(request.method, headers, origin)
      const found = authenticate(headers, { address: ip, background })
      const open = also === 'restricted' ? (identity: Identity | null) => identity : unrestricted
      return found instanceof Promise ? found.then(open) : open(found)
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
    exclusive,
    async reseal() {
      const [apps, configs] = [await app.reseal(), await providers.resealConfigs()]
      return { anew: apps.anew + configs.anew, lost: apps.lost + configs.lost }
    },
    preload: async () => {
      await authority()
    },
    stop: revocation.stop,
  }
}

/** @throws AppError second_factor_required */
function unrestricted(identity: Identity | null): Identity | null {
  if (identity?.kind === 'session' && identity.restricted) throw new AppError('second_factor_required')
  return identity
}
