const listeners = new Set<() => void>()
let asked = false

function set(next: boolean): void {
  asked = next
  for (const listener of listeners) listener()
}

/** Whether the person is choosing with whose eyes to look. */
export const viewAsAsked = {
  get: (): boolean => asked,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  close: (): void => set(false),
}

export const askWhomToViewAs = (): void => set(true)
