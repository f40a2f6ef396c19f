import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { Account } from '../account.ts'
import { findAccount } from '../accounts.ts'
import type { Client } from '../authority.ts'
import type { Tell } from '../events.ts'
import type { KeepWayIn } from '../policy/keep-way-in.ts'
import type { SignInLimit } from '../sign-in-limit.ts'
import type { Tickets } from '../tickets.ts'
import type { AuthenticatorApp } from './authenticator-app.ts'
import type { PasskeyPlace } from './passkey-place.ts'
import { createPasskeyRegistration, type PasskeyRegistration } from './passkey-registration.ts'
import { createPasskeys, type Passkey, type Passkeys } from './passkeys.ts'

/** Whose factors, and from where they are changed. */
export interface FactorOwner {
  readonly accountId: string
  readonly sessionId: string
  readonly client: Client
}

/** How somebody's account is opened, beside the password. */
interface FactorState {
  readonly hasPassword: boolean
  readonly app: Awaited<ReturnType<AuthenticatorApp['stateOf']>>
  readonly passkeys: readonly Passkey[]
}

export interface Factors {
  factorsOf(accountId: string): Promise<FactorState>
  /** Ends with `confirmApp`. @throws AppError totp_enabled */
  beginApp(owner: FactorOwner): ReturnType<AuthenticatorApp['begin']>
  /** @returns recovery codes, shown this one time @throws AppError invalid_code, totp_enabled, too_many_requests */
  confirmApp(owner: FactorOwner, code: string): Promise<string[]>
  /** @throws AppError totp_missing */
  removeApp(owner: FactorOwner): Promise<void>
  /** @throws AppError totp_missing */
  renewRecoveryCodes(owner: FactorOwner): Promise<string[]>
  /** Ends with `addPasskey`. @throws AppError too_many_passkeys */
  beginPasskey(owner: FactorOwner, place: PasskeyPlace): Promise<PublicKeyCredentialCreationOptionsJSON>
  /** @throws AppError passkey_refused, passkey_known */
  addPasskey(
    owner: FactorOwner,
    passkey: Pick<Parameters<PasskeyRegistration['finish']>[0], 'place' | 'name' | 'response'>,
  ): Promise<Passkey>
  renamePasskey: Passkeys['renamePasskey']
  /** @throws AppError not_found, policy_locks_out */
  removePasskey(owner: FactorOwner, passkeyId: string): Promise<void>
}

interface Parts {
  readonly pool: Pool
  readonly keepWayIn: KeepWayIn
  readonly app: AuthenticatorApp
  readonly limit: SignInLimit
  readonly tickets: Tickets
  readonly accountChanged: (accountId: string) => void
  readonly tell: Tell
}

export function createFactors({
  pool,
  keepWayIn,
  app,
  limit,
  tickets,
  accountChanged,
  tell,
}: Parts): Factors {
  const passkeys = createPasskeys(pool, keepWayIn)
  const registration = createPasskeyRegistration(pool, tickets)
  const required = async (accountId: string): Promise<Account> => {
    const account = await findAccount(pool, accountId)
    if (account === undefined) throw new AppError('not_signed_in')
    return account
  }
  /** Who sets a factor up has shown it in this session. */
  const shown = (sessionId: string) =>
    pool.query('update kith.session set second_factor = true where id = $1', [sessionId])
  return {
    async factorsOf(accountId) {
      const { rowCount } = await pool.query(
        `select from kith.credential where account_id = $1 and provider = 'credential' and password is not null`,
        [accountId],
      )
      return {
        hasPassword: rowCount === 1,
        app: await app.stateOf(accountId),
        passkeys: await passkeys.listPasskeys(accountId),
      }
    },
    async beginApp({ accountId }) {
      const { email, mobile, name } = await required(accountId)
      return app.begin(accountId, email ?? mobile ?? name)
    },
    async confirmApp({ accountId, sessionId, client }, code) {
      const counted = { code: accountId, address: client.address }
      await limit.begin(counted)
      const codes = await app.confirm(accountId, code)
      await limit.succeed(counted)
      await shown(sessionId)
      accountChanged(accountId)
      await tell({ kind: 'totpEnabled', method: 'totp', accountId, client })
      return codes
    },
    async removeApp({ accountId, client }) {
      await app.remove(accountId)
      accountChanged(accountId)
      await tell({ kind: 'totpDisabled', method: 'totp', accountId, client })
    },
    renewRecoveryCodes: ({ accountId }) => app.renewCodes(accountId),
    beginPasskey: async ({ accountId, sessionId }, place) =>
      registration.begin(await required(accountId), sessionId, place),
    async addPasskey({ accountId, sessionId, client }, { place, name, response }) {
      const id = await registration.finish({ accountId, sessionId, place, name, response })
      await shown(sessionId)
      accountChanged(accountId)
      await tell({ kind: 'passkeyAdded', method: 'passkey', accountId, client })
      const added = (await passkeys.listPasskeys(accountId)).find((passkey) => passkey.id === id)
      if (added === undefined) throw new AppError('not_found', { what: `passkey ${id}` })
      return added
    },
    renamePasskey: passkeys.renamePasskey,
    async removePasskey({ accountId, client }, passkeyId) {
      await passkeys.removePasskey(accountId, passkeyId)
      accountChanged(accountId)
      await tell({ kind: 'passkeyRemoved', method: 'passkey', accountId, client })
    },
  }
}
