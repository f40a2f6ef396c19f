const listeners = new Set<() => void>()
let lost = false

/** Whether the server no longer knows who is asking. The page stays as it is, with all that was typed. */
export const lostSession = {
  get: (): boolean => lost,
  set(now: boolean): void {
    lost = now
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
