/** Days after which a key ends by itself, of which one is chosen; never, where that is chosen. */
export const keyLifetimes = [30, 90, 365] as const

export type KeyLifetime = (typeof keyLifetimes)[number]

/** Where nothing is chosen. */
export const usualKeyLifetime: KeyLifetime = 365
