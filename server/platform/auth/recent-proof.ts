import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { findAccount } from './accounts.ts'
import type { Client } from './authority.ts'
import type { CheckCode } from './check-code.ts'
import type { Tell } from './events.ts'
import type { PasskeyAssertion } from './factors/passkey-assertion.ts'
import type { PasskeyPlace } from './factors/passkey-place.ts'
import type { Identity } from './identity.ts'
import type { ProvePassword } from './prove-password.ts'
import type { SignInLimit } from './sign-in-limit.ts'

export type SessionIdentity = Extract<Identity, { kind: 'session' }>

/** One way to prove who sits there. */
export type Proof =
  | { readonly password: string }
  | { readonly code: string }
  | { readonly response: AuthenticationResponseJSON; readonly place: PasskeyPlace }

export interface RecentProof {
  /**
   * Lets a dangerous act pass only where its person has lately proved who they are.
   * @throws AppError proof_required; not_permitted for a key, behind which nobody sits
   */
  requireRecentProof(identity: Identity, minutes?: number): Promise<void>
  /** @throws AppError invalid_credentials, invalid_code, passkey_refused, too_many_requests */
  prove(identity: SessionIdentity, proof: Proof, client: Client): Promise<void>
  beginPasskeyProof(
    identity: SessionIdentity,
    place: PasskeyPlace,
  ): Promise<PublicKeyCredentialRequestOptionsJSON>
}

/** How long a proof is recent, in minutes, where nothing else is said. */
const usualMinutes = 10

interface Parts {
  readonly pool: Pool
  readonly limit: SignInLimit
  readonly provePassword: ProvePassword
  readonly checkCode: CheckCode
  readonly assertion: PasskeyAssertion
  readonly sessionChanged: (sessionId: string) => void
  readonly tell: Tell
}

export function createRecentProof(parts: Parts): RecentProof {
  const { pool, limit, provePassword, checkCode, assertion, sessionChanged, tell } = parts

  const provePasskey = async (
    { accountId, sessionId }: SessionIdentity,
    { place, response }: Extract<Proof, { response: unknown }>,
    client: Client,
  ) => {
    const counted = { address: client.address }
    await limit.begin(counted)
    const outcome = await assertion.verify({ purpose: 'passkey proof', subject: sessionId, place, response })
    const reason = outcome.accountId === accountId ? outcome.reason : 'passkey_of_another_account'
    if (reason !== undefined) {
      await tell({ kind: 'signInFailed', method: 'passkey', accountId, reason, client })
      throw new AppError('passkey_refused')
    }
    await limit.succeed(counted)
  }

  return {
    async requireRecentProof(identity, minutes = usualMinutes) {
      if (identity.kind !== 'session') throw new AppError('not_permitted')
      const { rows } = await pool.query<{ recent: boolean | null }>(
        `select proved_at > now() - $2 * interval '1 minute' recent from kith.session where id = $1`,
        [identity.sessionId, minutes],
      )
      if (rows[0]?.recent !== true) throw new AppError('proof_required')
    },
    async prove(identity, proof, client) {
      const account = await findAccount(pool, identity.accountId)
      if (account === undefined) throw new AppError('not_signed_in')
      if ('password' in proof) await provePassword(account, proof.password, client)
      else if ('code' in proof) await checkCode(account.id, proof.code, client)
      else await provePasskey(identity, proof, client)
      await pool.query(
        'update kith.session set proved_at = now(), second_factor = second_factor or $2 where id = $1',
        [identity.sessionId, !('password' in proof)],
      )
      if (identity.restricted) sessionChanged(identity.sessionId)
    },
    beginPasskeyProof: ({ sessionId }, place) => assertion.begin('passkey proof', sessionId, place),
  }
}
