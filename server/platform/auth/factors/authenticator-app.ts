import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { KeyRing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
import { replaceRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import { appPlace, appSealing, type Resealed, resealApps } from './reseal-apps.ts'
import { base32, enrolmentAddress, stepOfCode } from './totp.ts'

/** An authenticator app in the making; shown once. */
interface Enrolment {
  /** Base 32, for who cannot scan. */
  readonly secret: string
  /** `otpauth://…`, the content of the QR code. */
  readonly address: string
}

interface AppState {
  /** ISO 8601 UTC. */
  readonly enabledAt: string
  readonly recoveryCodesLeft: number
}

export interface AuthenticatorApp {
  /** Begins anew as often as it is asked, until a code confirms it. @throws AppError totp_enabled */
  begin(accountId: string, label: string): Promise<Enrolment>
  /** @returns the recovery codes @throws AppError totp_enabled, totp_missing, invalid_code */
  confirm(accountId: string, code: string): Promise<string[]>
  /** Takes the app and its recovery codes away. @throws AppError totp_missing */
  remove(accountId: string): Promise<void>
  /** Replaces the recovery codes. @throws AppError totp_missing */
  renewCodes(accountId: string): Promise<string[]>
  /** Null where there is none that was confirmed. */
  stateOf(accountId: string): Promise<AppState | null>
  /** Takes a code of the app or a recovery code, each once. @returns which it was; undefined where it is neither */
  accept(accountId: string, typed: string): Promise<'totp' | 'recoveryCode' | undefined>
  /** Brings all secrets under the current KITH_SECRET. */
  reseal(): Promise<Resealed>
}

const secretLength = 20

export function createAuthenticatorApp(pool: Pool, ring: KeyRing): AuthenticatorApp {
  const sealing = appSealing(ring)

  const readSecret = async (accountId: string, confirmed: boolean) => {
    const { rows } = await pool.query<{ secret: Buffer }>(
      `select secret from kith.authenticator_app
       where account_id = $1 and (confirmed_at is not null) = $2`,
      [accountId, confirmed],
    )
    const sealed = rows[0]?.secret
    return sealed && { sealed, secret: sealing.open(sealed, appPlace(accountId)) }
  }

  /** The step is written in the same statement that asks for it: a code sent twice at once counts once. */
  const acceptCode = async (accountId: string, code: string, confirmed: boolean): Promise<boolean> => {
    const app = await readSecret(accountId, confirmed)
    const step = app && stepOfCode(app.secret, code, Date.now())
    if (app === undefined || step === undefined) return false
    const { rowCount } = await pool.query(
      `update kith.authenticator_app set last_step = $2, confirmed_at = coalesce(confirmed_at, now())
       where account_id = $1 and last_step < $2 and secret = $3`,
      [accountId, step, app.sealed],
    )
    return rowCount === 1
  }
  const replaceCodes = async (accountId: string): Promise<string[]> => {
    const app = await readSecret(accountId, true)
    if (app === undefined) throw new AppError('totp_missing')
    return replaceRecoveryCodes(pool, { accountId, secret: app.secret })
  }
  const isConfirmed = async (accountId: string): Promise<boolean> => (await stateOf(accountId)) !== null
  const stateOf: AuthenticatorApp['stateOf'] = async (accountId) => {
    const { rows } = await pool.query<AppState>(
      `select to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "enabledAt",
         (select count(*)::int from kith.recovery_code
          where account_id = $1 and used_at is null) "recoveryCodesLeft"
       from kith.authenticator_app where account_id = $1 and confirmed_at is not null`,
      [accountId],
    )
    return rows[0] ?? null
  }

  return {
    stateOf,
    async begin(accountId, label) {
      const secret = randomBytes(secretLength)
      const { rowCount } = await pool.query(
        `insert into kith.authenticator_app as known (account_id, secret) values ($1, $2)
         on conflict (account_id) do update set secret = excluded.secret, last_step = 0, created_at = now()
         where known.confirmed_at is null`,
        [accountId, sealing.seal(secret, appPlace(accountId))],
      )
      if (rowCount === 0) throw new AppError('totp_enabled')
      return { secret: base32(secret), address: enrolmentAddress(secret, label) }
    },
    async confirm(accountId, typed) {
      if (await isConfirmed(accountId)) throw new AppError('totp_enabled')
      if (!(await acceptCode(accountId, digitsOf(typed), false))) throw new AppError('invalid_code')
      return replaceCodes(accountId)
    },
    async remove(accountId) {
      const { rowCount } = await pool.query(
        'delete from kith.authenticator_app where account_id = $1 and confirmed_at is not null',
        [accountId],
      )
      if (rowCount === 0) throw new AppError('totp_missing')
    },
    renewCodes: replaceCodes,
    async accept(accountId, typed) {
      const code = digitsOf(typed)
      if (/^\d{6}$/.test(code)) return (await acceptCode(accountId, code, true)) ? 'totp' : undefined
      const app = await readSecret(accountId, true)
      if (app === undefined) return undefined
      const owner = { accountId, secret: app.secret }
      return (await takeRecoveryCode(pool, ring, owner, typed)) ? 'recoveryCode' : undefined
    },
    reseal: () => resealApps(pool, ring),
  }
}

/** Apps show `123 456`, and input methods write full-width digits. */
const digitsOf = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '')
