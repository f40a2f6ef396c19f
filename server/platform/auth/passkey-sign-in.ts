import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { findAccount } from './accounts.ts'
import type { Client } from './authority.ts'
import type { Tell } from './events.ts'
import type { PasskeyAssertion } from './factors/passkey-assertion.ts'
import type { PasskeyPlace } from './factors/passkey-place.ts'
import type { OpenSession } from './open-session.ts'
import type { SignedIn } from './sign-in.ts'
import type { SignInLimit } from './sign-in-limit.ts'

interface PasskeyInput extends Client {
  readonly response: AuthenticationResponseJSON
  readonly place: PasskeyPlace
  /** The request's Cookie header. */
  readonly cookie?: string | undefined
}

export interface PasskeySignIn {
  /** For `navigator.credentials.get`; whoever is there. */
  beginPasskeySignIn(place: PasskeyPlace): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** A passkey is two factors by itself: no code is asked for. @throws AppError passkey_refused, too_many_requests, no_workspace */
  signInByPasskey(input: PasskeyInput): Promise<SignedIn>
}

interface Parts {
  readonly pool: Pool
  readonly limit: SignInLimit
  readonly assertion: PasskeyAssertion
  readonly openSession: OpenSession
  readonly tell: Tell
}

export function createPasskeySignIn({ pool, limit, assertion, openSession, tell }: Parts): PasskeySignIn {
  return {
    beginPasskeySignIn: (place) => assertion.begin('passkey sign-in', '', place),
    async signInByPasskey({ response, place, cookie: former, ...client }) {
      const failed = (reason: string, accountId?: string) =>
        tell({ kind: 'signInFailed', method: 'passkey', accountId, reason, client })
      const counted = { address: client.address }
      await limit.begin(counted).catch(async (refusal: unknown) => {
        await failed('too_many_attempts')
        throw refusal
      })
      const { accountId, reason } = await assertion.verify({
        purpose: 'passkey sign-in',
        subject: '',
        place,
        response,
      })
      const account = accountId === undefined ? undefined : await findAccount(pool, accountId)
      if (reason !== undefined || account === undefined) {
        await failed(reason ?? 'unknown_account', accountId)
        throw new AppError('passkey_refused')
      }
      await limit.succeed(counted)
      return {
        account,
        cookies: await openSession({ accountId: account.id, method: 'passkey', client, former }),
      }
    },
  }
}
