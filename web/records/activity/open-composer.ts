/** The record that is written about: its title is shown until the record itself has come. */
export interface ComposerSubject {
  readonly object: string
  readonly id: string
  readonly title: string
}

/** What was asked for: to write about a record, or about one that is still to be chosen. */
export interface ComposerRequest {
  readonly about: ComposerSubject | undefined
}

let current: ComposerRequest | null = null
const listeners = new Set<() => void>()

function replace(next: ComposerRequest | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Opens the box for what happened above the page, a sheet on phones; without `about` it begins with the choice of a record. */
export function openComposer(about?: ComposerSubject): void {
  replace({ about })
}

export function closeComposer(): void {
  replace(null)
}

/** For `useSyncExternalStore`: the request that is open, or null. */
export const composerStore = {
  get: () => current,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
