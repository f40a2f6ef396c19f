import type { TSchema } from 'typebox'
import type { Directory } from './directory.ts'

/**
 * Glossary
 * - provider: another server that knows who somebody is, as one workspace set it up.
 * - kind: the protocol that it speaks; a row of `createProviderKinds`.
 * - subject: who somebody is at the provider, for ever; never an e-mail address that passes to a successor.
 */

/** Every protocol that Kith knows; those of `createProviderKinds` it speaks. */
export const providerKindNames = ['oidc', 'saml', 'ldap', 'wecom', 'dingtalk', 'feishu'] as const
export type ProviderKindName = (typeof providerKindNames)[number]

/** Who came, by the provider's word. */
export interface OutsidePerson {
  readonly subject: string
  readonly name: string
  readonly email: string | null
  /** Whether the provider made sure that the address is theirs: without that it finds nobody. */
  readonly emailVerified: boolean
  /** One that the provider made sure of; null otherwise. As it writes it. */
  readonly mobile: string | null
  /** Why the provider kept back what else may find them: who is not found without it is refused, and made no second member. */
  readonly withheld?: string
}

/** What begins and ends a visit of a browser at the provider; the same at both ends, known to that browser and Kith alone. */
export interface Place {
  /** Where the browser comes back to. */
  readonly callbackUrl: string
  /** 64 letters and digits. */
  readonly state: string
  readonly nonce: string
  /** PKCE (RFC 7636). */
  readonly codeVerifier: string
  /** Somebody who is signed in there proves anew that they sit there. */
  readonly proveAnew: boolean
  /** What the browser calls itself; nothing is decided by it but which page it is sent to. */
  readonly userAgent: string
}

/** What the provider sent along with the browser: parameters of the address, each once. */
export type Answer = ReadonlyMap<string, string>

/** For protocols that answer by a form which another site posts: no cookie of ours comes along. */
export interface FormPlace {
  readonly callbackUrl: string
  readonly metadataUrl: string
}

export interface FormRequest {
  /** What the request is known by; the answer names it. An XML name, used once. */
  readonly id: string
  /** Comes back with the answer; 64 letters and digits, which nothing is decided by. */
  readonly relayState: string
  readonly proveAnew: boolean
}

export interface FormAnswer {
  readonly person: OutsidePerson
  /** When they showed the provider who they are, in milliseconds since 1970; null where it does not say. */
  readonly signedInAt: number | null
  /** The request that it answers. */
  readonly requestId: string
}

/** Whether a request was ours, goes to this provider and has not expired; and then takes it, once. */
export interface FormRequests {
  isOpen(id: string): boolean
  /** @returns whether nobody took it before */
  take(id: string): Promise<boolean>
}

/** What every kind is given: plain JSON that keeps the kind's schema, secrets opened. */
export type ProviderConfig = Readonly<Record<string, unknown>>

/**
 * A protocol. What its methods throw is a failure, whichever: outside it is `sign_in_failed`; a ProviderRefusal says in the
 * audit log why. Members of `config` that are `Secret` are sealed where they are kept, and never served.
 */
export interface ProviderKind<Config = ProviderConfig> {
  readonly kind: ProviderKindName
  readonly config: TSchema
  /** Further mistakes than the schema finds; before anything is kept. @throws AppError invalid_input with paths below `/config` */
  check?(config: Config): Promise<void>
  /**
   * Whose subjects they are, such as the issuer. Where that changes, subjects mean other people: identities that were known are
   * forgotten, and secrets have to be typed anew, since they would go to somebody else.
   */
  authority(config: Config): string
  /** A browser goes there and comes back by an address. */
  readonly redirect?: {
    begin(config: Config, place: Place): Promise<string>
    complete(config: Config, answer: Answer, place: Place): Promise<OutsidePerson>
  }
  /** A browser goes there and comes back by a form that the provider’s page posts. */
  readonly form?: {
    begin(config: Config, place: FormPlace, request: FormRequest): Promise<string>
    complete(config: Config, answer: Answer, place: FormPlace, requests: FormRequests): Promise<FormAnswer>
    /** What the provider's administrator gives to the provider: XML. */
    metadata(config: Config, place: FormPlace): Promise<string>
  }
  /** Name and password typed on Kith’s own page. Undefined: not that person. */
  password?(config: Config, identifier: string, password: string): Promise<OutsidePerson | undefined>
  /** People and departments. */
  directory?(config: Config): Promise<Directory>
}
