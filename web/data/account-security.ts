import { request } from './request.ts'

/** Times are ISO 8601 UTC. */
export interface Passkey {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly synchronised: boolean
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export interface Factors {
  readonly hasPassword: boolean
  readonly app: { readonly enabledAt: string; readonly recoveryCodesLeft: number } | null
  readonly passkeys: readonly Passkey[]
}

/** A browser in which the person is signed in. */
export interface SignedInDevice {
  readonly id: string
  readonly current: boolean
  readonly address: string | null
  readonly userAgent: string | null
  readonly createdAt: string
  readonly seenAt: string
}

/** What an authenticator app is set up with. */
export interface AppSetUp {
  readonly secret: string
  /** The content of the QR code. */
  readonly address: string
}

type Of<T> = { readonly data: T }

export const factors = async () => (await request<Of<Factors>>('GET', '/auth/factors')).data.data
export const devices = async () =>
  (await request<Of<readonly SignedInDevice[]>>('GET', '/auth/sessions')).data.data

export const beginApp = async () => (await request<Of<AppSetUp>>('POST', '/auth/authenticator-app')).data.data
/** @returns the recovery codes, this one time */
export const confirmApp = async (code: string) => codesOf('/auth/authenticator-app/confirm', { code })
export const renewRecoveryCodes = async () => codesOf('/auth/recovery-codes')
export const removeApp = async () => void (await request('DELETE', '/auth/authenticator-app'))

export const renamePasskey = async ({ id, name }: Pick<Passkey, 'id' | 'name'>) =>
  void (await request('PATCH', `/auth/passkeys/${id}`, { body: { name } }))
export const removePasskey = async (id: string) => void (await request('DELETE', `/auth/passkeys/${id}`))

export const endDevice = async (id: string) => void (await request('DELETE', `/auth/sessions/${id}`))
export const endOtherDevices = async () => void (await request('DELETE', '/auth/sessions'))

async function codesOf(path: string, body?: unknown): Promise<readonly string[]> {
  type Codes = Of<{ readonly recoveryCodes: readonly string[] }>
  const { data } = await request<Codes>('POST', path, body === undefined ? {} : { body })
  return data.data.recoveryCodes
}
