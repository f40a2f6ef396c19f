/** How people come into one workspace. */
export interface SignInPolicy {
  /** Whether a password opens it; where not, an identity provider or a passkey does. */
  readonly password: boolean
  /** Who must show a second factor: an authenticator app's code, or a passkey. Roles by id. */
  readonly secondFactor: 'optional' | 'everybody' | { readonly roles: readonly string[] }
  /** After how long without its person a session ends; null: as on the whole installation, 30 days. */
  readonly idleMinutes: number | null
  /** After how long a session ends whatever its person does; null: never by itself. */
  readonly absoluteHours: number | null
  /** Least characters of a password that is set from now on. */
  readonly passwordLength: number
}

export const usualSignInPolicy: SignInPolicy = {
  password: true,
  secondFactor: 'optional',
  idleMinutes: null,
  absoluteHours: null,
  passwordLength: 8,
}

/** The least and the most of each. */
export const signInBounds = {
  idleMinutes: { least: 5, most: 30 * 24 * 60 },
  absoluteHours: { least: 1, most: 365 * 24 },
  passwordLength: { least: usualSignInPolicy.passwordLength, most: 64 },
} as const
