import { type TSchema, Type } from 'typebox'
import { createSealing, type KeyRing, type Sealing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
import type { ProviderConfig, ProviderKind } from './provider-kind.ts'

/** A member of a kind's configuration that is sealed where it is kept and never served. */
export const Secret = (most = 2000) => Type.String({ minLength: 1, maxLength: most, secret: true })

/** The configuration as it is kept: in place of a secret `{"sealed": base64}`. */
export type KeptConfig = Readonly<Record<string, unknown>>

const isSealed = (value: unknown): value is { readonly sealed: string } =>
  typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string'

/** Names of the secret members. */
export function secretsOf({ config }: Pick<ProviderKind, 'config'>): readonly string[] {
  return Object.entries(propertiesOf(config))
    .filter(([, schema]) => 'secret' in schema && schema.secret === true)
    .map(([name]) => name)
}

const propertiesOf = (schema: TSchema): Readonly<Record<string, object>> =>
  (schema as { readonly properties?: Readonly<Record<string, object>> }).properties ?? {}

/** Under what the secrets of providers are sealed. */
export const providerSealing = (ring: KeyRing): Sealing => createSealing(ring, 'identity providers')

const placeOf = (providerId: string, name: string): string => `identity_provider ${providerId} ${name}`

export function sealConfig(
  sealing: Sealing,
  kind: ProviderKind,
  providerId: string,
  config: ProviderConfig,
): KeptConfig {
  const secrets = secretsOf(kind)
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      secrets.includes(name) && typeof value === 'string'
        ? { sealed: sealing.seal(value, placeOf(providerId, name)).toString('base64') }
        : value,
    ]),
  )
}

/** @throws AppError provider_secrets_sealed where one was sealed under a KITH_SECRET that is not known */
export function openConfig(sealing: Sealing, providerId: string, kept: KeptConfig): ProviderConfig {
  return eachSecret(kept, (name, sealed) => openSecret(sealing, placeOf(providerId, name), sealed))
}

/** Whether none of its secrets was sealed under a KITH_SECRET that is not known: with one the provider lets nobody in. */
export function doesOpen(sealing: Sealing, providerId: string, kept: KeptConfig): boolean {
  try {
    openConfig(sealing, providerId, kept)
    return true
  } catch {
    return false
  }
}

/** The same, under the current KITH_SECRET. @throws AppError provider_secrets_sealed */
export function resealConfig(sealing: Sealing, providerId: string, kept: KeptConfig): KeptConfig {
  return eachSecret(kept, (name, sealed) => {
    const place = placeOf(providerId, name)
    return { sealed: sealing.seal(openSecret(sealing, place, sealed), place).toString('base64') }
  })
}

export const isConfigCurrent = (sealing: Sealing, kept: KeptConfig): boolean =>
  Object.values(kept).every(
    (value) => !isSealed(value) || sealing.isCurrent(Buffer.from(value.sealed, 'base64')),
  )

const eachSecret = (
  kept: KeptConfig,
  change: (name: string, sealed: Buffer) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [
      name,
      isSealed(value) ? change(name, Buffer.from(value.sealed, 'base64')) : value,
    ]),
  )

function openSecret(sealing: Sealing, place: string, sealed: Buffer): string {
  try {
    return sealing.open(sealed, place).toString('utf8')
  } catch (error) {
    throw new AppError('provider_secrets_sealed', {}, { cause: error })
  }
}

/** What may be served, and which secrets are there. */
export function servedConfig(kept: KeptConfig): { config: ProviderConfig; secrets: string[] } {
  const entries = Object.entries(kept)
  return {
    config: Object.fromEntries(entries.filter(([, value]) => !isSealed(value))),
    secrets: entries.filter(([, value]) => isSealed(value)).map(([name]) => name),
  }
}
