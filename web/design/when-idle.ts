/** Milliseconds after which a page that never rests does it all the same. */
const patience = 2_000

/** Does something once the page rests. @returns calls it off */
export function whenIdle(act: () => void): () => void {
  // Safari has no such pauses to tell of.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, patience / 10)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act, { timeout: patience })
  return () => cancelIdleCallback(asked)
}
