import { type Config, deriveSecret } from '#server/platform/config/index.ts'

/** KITH_SECRET, or what is derived from it, and after it the one before, as long as something is still sealed under that. */
export type KeyRing = readonly [current: string, ...former: string[]]

export const keyRing = ({ secret, previousSecret }: Pick<Config, 'secret' | 'previousSecret'>): KeyRing =>
  previousSecret === undefined || previousSecret === secret ? [secret] : [secret, previousSecret]

/** A ring for one purpose alone, each secret as `deriveSecret` gives it. */
export function derivedRing([current, ...former]: KeyRing, purpose: string): KeyRing {
  const derived = (secret: string) => deriveSecret({ secret }, purpose)
  return [derived(current), ...former.map(derived)]
}
