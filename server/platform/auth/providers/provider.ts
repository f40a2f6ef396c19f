import type { ProviderConfig, ProviderKind, ProviderKindName } from './provider-kind.ts'
import type { KeptConfig } from './secret-config.ts'

/** Who came when it was tried, or why nobody did. Times are ISO 8601 UTC. */
export interface Trial {
  readonly at: string
  /** The real one, since who tries may know; null where it went well. */
  readonly reason: string | null
  readonly person: {
    readonly name: string
    readonly subject: string
    readonly email: string | null
    readonly emailVerified: boolean
    readonly mobile: string | null
  } | null
  /** What a sign-in would have come to. */
  readonly outcome: 'member' | 'newMember' | 'refused' | null
}

/** A provider as administrators see it. */
export interface ProviderDocument {
  readonly id: string
  readonly kind: ProviderKindName
  readonly name: string
  readonly enabled: boolean
  readonly provision: boolean
  /** Without its secrets. */
  readonly config: ProviderConfig
  /** Names of the secrets that are kept. */
  readonly secrets: readonly string[]
  /** What the provider sends browsers back to; null where none goes there. */
  readonly callbackUrl: string | null
  /** Where the provider can read what it needs of Kith; null where it needs nothing. */
  readonly metadataUrl: string | null
  readonly trial: Trial | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** A provider at work: its secrets are open. */
export interface Provider {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly enabled: boolean
  readonly provision: boolean
  readonly kind: ProviderKind
  readonly config: ProviderConfig
  /** As it was kept when it was read: another one is another provider. */
  readonly kept: KeptConfig
}

/** What the page of signing in shows. */
export interface ProviderChoice {
  readonly id: string
  readonly kind: ProviderKindName
  readonly name: string
  /** Whether a browser goes to the provider, or name and password are typed at Kith. */
  readonly way: 'redirect' | 'password'
}
