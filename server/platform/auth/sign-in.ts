import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { Account } from './account.ts'
import { findAccountBy } from './accounts.ts'
import { shutToPasswords } from './active-workspace.ts'
import type { Client } from './authority.ts'
import type { CheckPassword } from './check-password.ts'
import type { Tell } from './events.ts'
import type { AuthenticatorApp } from './factors/authenticator-app.ts'
import { parseIdentifier } from './identifier.ts'
import type { OpenSession } from './open-session.ts'
import type { SignInLimit } from './sign-in-limit.ts'
import type { Tickets } from './tickets.ts'

interface SignInInput extends Client {
  /** An e-mail address or a mobile number, as typed. */
  readonly identifier: string
  readonly password: string
  /** The request's Cookie header. */
  readonly cookie?: string | undefined
}

/** Who is signed in now. */
export interface SignedIn {
  readonly account: Account
  /** Set-Cookie headers. */
  readonly cookies: string[]
}

/** The password was right; a code is to follow within ten minutes. Nobody is signed in yet. */
export interface SecondStep {
  readonly ticket: string
}

export interface SignIn {
  /** @throws AppError invalid_credentials, too_many_requests, no_workspace */
  signIn(input: SignInInput): Promise<SignedIn | SecondStep>
}

interface Parts {
  readonly pool: Pool
  readonly limit: SignInLimit
  readonly checkPassword: CheckPassword
  readonly app: AuthenticatorApp
  readonly tickets: Tickets
  readonly openSession: OpenSession
  readonly tell: Tell
}

const secondStepSeconds = 600

export function createSignIn(parts: Parts): SignIn {
  const { pool, limit, checkPassword, app, tickets, openSession, tell } = parts
  return {
    async signIn({ identifier, password, cookie: former, ...client }) {
      const parsed = await parseIdentifier(identifier)
      const counted = { identifier: parsed?.value ?? identifier, address: client.address }
      const account = parsed && (await findAccountBy(pool, parsed))
      const failed = (reason: string) =>
        tell({ kind: 'signInFailed', method: 'password', accountId: account?.id, identifier, reason, client })
      await limit.begin(counted).catch(async (refusal: unknown) => {
        await failed('too_many_attempts')
        throw refusal
      })
      const shut = await shutToPasswords(pool, account?.id)
      const right = await checkPassword(account?.id, password)
      // A right password that opens nothing is answered as a wrong one: it may be the same elsewhere.
      if (account === undefined || !right || shut) {
        await failed(
          account === undefined ? 'unknown_account' : right ? 'password_not_allowed' : 'wrong_password',
        )
        throw new AppError('invalid_credentials')
      }
      await limit.succeed(counted)
      if (await app.stateOf(account.id))
        return { ticket: tickets.issue('second step', account.id, secondStepSeconds) }
      return {
        account,
        cookies: await openSession({ accountId: account.id, method: 'password', client, former }),
      }
    },
  }
}
