const listeners = new Set<() => void>()
let asking: PromiseWithResolvers<boolean> | undefined

/**
 * A dangerous act wants to know that its person still sits there. Requests that were refused with `proof_required` wait here and
 * are sent once more when the dialog that follows this has got its proof.
 */
export const proofAsked = {
  get: (): boolean => asking !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Ends the question: given, or called off. */
  settle(given: boolean): void {
    asking?.resolve(given)
    asking = undefined
    for (const listener of listeners) listener()
  },
}

/** Where nobody follows, no proof can be given. @returns whether it was given */
export function askForProof(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false)
  asking ??= Promise.withResolvers<boolean>()
  for (const listener of listeners) listener()
  return asking.promise
}
