let zone: string | undefined
const listeners = new Set<() => void>()

/** The zone (IANA) in which days are counted and times are printed; undefined until somebody is signed in. */
export const currentTimeZone = (): string | undefined => zone

export function setTimeZone(next: string): void {
  if (next === zone) return
  zone = next
  for (const listener of listeners) listener()
}

/** @returns stops listening */
export function onTimeZone(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
