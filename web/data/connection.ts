let up = true
const listeners = new Set<() => void>()

/**
 * Whether the server was there when it was last asked. Every request reports; the event stream asks again until it
 * answers, so that nobody has to.
 */
export const connection = {
  get: (): boolean => up,
  report(now: boolean): void {
    if (now === up) return
    up = now
    for (const listener of listeners) listener()
  },
  /** @returns stops listening */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Resolves as soon as the server is there. */
export function whenConnected(): Promise<void> {
  if (up) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = connection.subscribe(() => {
      if (!up) return
      stop()
      resolve()
    })
  })
}

// Without a network there is no need to try; with one, whether the server is there shows at the next request.
if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => connection.report(false))
  if (!navigator.onLine) connection.report(false)
}
