import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { findAccount } from './accounts.ts'
import type { Client } from './authority.ts'
import type { CheckCode } from './check-code.ts'
import type { Tell } from './events.ts'
import type { OpenSession } from './open-session.ts'
import type { SignedIn } from './sign-in.ts'
import type { Tickets } from './tickets.ts'

interface SecondStepInput extends Client {
  /** What `signIn` gave. */
  readonly ticket: string
  /** Six digits of the app, or a recovery code. */
  readonly code: string
  /** The request's Cookie header. */
  readonly cookie?: string | undefined
}

export interface SecondStepSignIn {
  /** @throws AppError invalid_code, too_many_requests, no_workspace */
  signInByCode(input: SecondStepInput): Promise<SignedIn>
}

interface Parts {
  readonly pool: Pool
  readonly checkCode: CheckCode
  readonly tickets: Tickets
  readonly openSession: OpenSession
  readonly tell: Tell
}

export function createSecondStepSignIn(parts: Parts): SecondStepSignIn {
  const { pool, checkCode, tickets, openSession, tell } = parts
  return {
    async signInByCode({ ticket, code, cookie: former, ...client }) {
      const read = tickets.read('second step', ticket)
      if (typeof read === 'string') {
        await tell({ kind: 'signInFailed', reason: `sign_in_${read}`, client })
        throw new AppError('invalid_code')
      }
      const { subject: accountId } = read
      const method = await checkCode(accountId, code, client)
      const failure = await tickets.redeem(ticket)
      const account = await findAccount(pool, accountId)
      if (failure !== undefined || account === undefined) {
        await tell({
          kind: 'signInFailed',
          method,
          accountId,
          reason: `sign_in_${failure ?? 'forged'}`,
          client,
        })
        throw new AppError('invalid_code')
      }
      return { account, cookies: await openSession({ accountId, method, client, former }) }
    },
  }
}
