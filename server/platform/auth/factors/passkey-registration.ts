import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Pool } from 'pg'
import { isDatabaseError } from '#server/platform/database/failures.ts'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { Account } from '../account.ts'
import type { Tickets } from '../tickets.ts'
import { ticketIn } from './client-challenge.ts'
import type { PasskeyPlace } from './passkey-place.ts'

interface NewPasskey {
  readonly accountId: string
  readonly sessionId: string
  readonly place: PasskeyPlace
  readonly name: string
  /** What the browser made. */
  readonly response: RegistrationResponseJSON
}

export interface PasskeyRegistration {
  /** What the browser is asked to make; for this session, five minutes. @throws AppError too_many_passkeys */
  begin(
    account: Account,
    sessionId: string,
    place: PasskeyPlace,
  ): Promise<PublicKeyCredentialCreationOptionsJSON>
  /** @returns its id @throws AppError passkey_refused, passkey_known */
  finish(passkey: NewPasskey): Promise<string>
}

const mostPasskeys = 20
const seconds = 300

/** Ed25519, ES256 and RS256: every device signs with one of them. COSE numbers. */
const algorithms = [-8, -7, -257]

export function createPasskeyRegistration(pool: Pool, tickets: Tickets): PasskeyRegistration {
  return {
    async begin(account, sessionId, place) {
      const { rows } = await pool.query<{ id: string; transports: string[] }>(
        'select credential_id id, transports from kith.passkey where account_id = $1',
        [account.id],
      )
      if (rows.length >= mostPasskeys) throw new AppError('too_many_passkeys', { most: mostPasskeys })
      const { generateRegistrationOptions } = await import('@simplewebauthn/server')
      return generateRegistrationOptions({
        rpName: 'Kith',
        rpID: place.host,
        userName: account.email ?? account.mobile ?? account.name,
        userDisplayName: account.name,
        userID: userHandle(account.id),
        challenge: tickets.issue('new passkey', sessionId, seconds),
        timeout: seconds * 1000,
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: rows,
        // Found without a typed name, and opened by a face, a finger or a number: what one has and what one is, at once.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },

    async finish({ accountId, sessionId, place, name, response }) {
      const ticket = ticketIn(response.response.clientDataJSON)
      const read = tickets.read('new passkey', ticket)
      if (typeof read === 'string' || read.subject !== sessionId || (await tickets.redeem(ticket)))
        throw new AppError('passkey_refused')
      const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
      const { verified, registrationInfo: made } = await verifyRegistrationResponse({
        response,
        expectedChallenge: () => true,
        expectedOrigin: place.origin,
        expectedRPID: place.host,
        supportedAlgorithmIDs: algorithms,
        requireUserVerification: true,
      }).catch((cause: unknown) => {
        throw new AppError('passkey_refused', {}, { cause })
      })
      if (!verified || made === undefined) throw new AppError('passkey_refused')
      const id = uuidv7()
      const { credential, credentialBackedUp } = made
      try {
        await pool.query(
          `insert into kith.passkey
             (id, account_id, credential_id, public_key, counter, transports, host, name, synchronised)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            id,
            accountId,
            credential.id,
            Buffer.from(credential.publicKey),
            credential.counter,
            credential.transports ?? [],
            place.host,
            name,
            credentialBackedUp,
          ],
        )
      } catch (error) {
        if (!isDatabaseError(error, '23505')) throw error
        throw new AppError('passkey_known', {}, { cause: error })
      }
      return id
    },
  }
}

/** What a browser gives back with a discoverable passkey: the account's id, 16 bytes. */
export const userHandle = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'))
