import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Pool } from 'pg'
import type { TicketPurpose, Tickets } from '../tickets.ts'
import { ticketIn } from './client-challenge.ts'
import type { PasskeyPlace } from './passkey-place.ts'
import { userHandle } from './passkey-registration.ts'

type Purpose = Extract<TicketPurpose, 'passkey sign-in' | 'passkey proof'>

/** Whose passkey it was; or why it is not taken, and whose it is where that is known: for the audit log. */
type Outcome =
  | { readonly accountId: string; readonly reason?: undefined }
  | { readonly accountId?: string; readonly reason: string }

interface Assertion {
  readonly purpose: Purpose
  /** The session that it proves; empty for a sign-in. */
  readonly subject: string
  readonly place: PasskeyPlace
  readonly response: AuthenticationResponseJSON
}

export interface PasskeyAssertion {
  /** What the browser is asked to sign, five minutes long. Whoever is there: it names no account. */
  begin(
    purpose: Purpose,
    subject: string,
    place: PasskeyPlace,
  ): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Takes an answer, once. */
  verify(assertion: Assertion): Promise<Outcome>
}

const seconds = 300

interface Row {
  accountId: string
  publicKey: Buffer
  counter: string
  host: string
}

export function createPasskeyAssertion(pool: Pool, tickets: Tickets): PasskeyAssertion {
  const signed = async ({ place, response }: Assertion, row: Row): Promise<number | undefined> => {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: () => true,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(row.publicKey),
        counter: Number(row.counter),
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : undefined
  }
  return {
    async begin(purpose, subject, place) {
      const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
      return generateAuthenticationOptions({
        rpID: place.host,
        challenge: tickets.issue(purpose, subject, seconds),
        timeout: seconds * 1000,
        userVerification: 'required',
      })
    },

    async verify(assertion) {
      const { purpose, subject, place, response } = assertion
      const { rows } = await pool.query<Row>(
        `select account_id "accountId", public_key "publicKey", counter, host
         from kith.passkey where credential_id = $1`,
        [response.id],
      )
      const [row] = rows
      if (row === undefined) return { reason: 'unknown_passkey' }
      const { accountId } = row
      const refused = (reason: string): Outcome => ({ accountId, reason })
      const ticket = ticketIn(response.response.clientDataJSON)
      const read = tickets.read(purpose, ticket)
      if (typeof read === 'string') return refused(`challenge_${read}`)
      if (read.subject !== subject) return refused('challenge_of_another_session')
      if (row.host !== place.host) return refused('passkey_of_another_host')
      const { userHandle: handle } = response.response
      if (handle !== undefined && !Buffer.from(handle, 'base64url').equals(userHandle(accountId)))
        return refused('passkey_of_another_account')
      const failure = await tickets.redeem(ticket)
      if (failure !== undefined) return refused(`challenge_${failure}`)
      let counter: number | undefined
      try {
        counter = await signed(assertion, row)
      } catch {
        // Malformed, wrongly signed, from another origin, or a counter that stands still: the library throws for each.
      }
      if (counter === undefined) return refused('passkey_not_verified')
      const { rowCount } = await pool.query(
        `update kith.passkey set counter = $2, last_used_at = now()
         where credential_id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
        [response.id, counter],
      )
      return rowCount === 1 ? { accountId } : refused('passkey_counter')
    },
  }
}
