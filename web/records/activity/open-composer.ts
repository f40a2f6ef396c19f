/** The record that is written about: its title is shown until the record itself has come. */
export interface ComposerSubject {
  readonly object: string
  readonly id: string
  readonly title: string
}

/** What was asked for: to write about a record, or about one that is still to be chosen. */
interface ComposerRequest {
  readonly about: ComposerSubject | undefined
}

let current: ComposerRequest | null = null
const listeners = new Set<() => void>()

function replace(next: ComposerRequest | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Boxes that stand on the page itself, by the id of their record, and how each takes the focus. */
const onPage = new Map<string, () => void>()

/**
 * Says that the page has a box of its own for a record.
 * @returns takes it back
 */
export function offerComposer(id: string, focus: () => void): () => void {
  onPage.set(id, focus)
  return () => {
    if (onPage.get(id) === focus) onPage.delete(id)
  }
}

/**
 * Begins to write what happened: in the box of the page where it has one, else above the page, a sheet on phones.
 * Without `about` it begins with the choice of a record.
 */
export function openComposer(about?: ComposerSubject): void {
  const focus = about === undefined ? undefined : onPage.get(about.id)
  if (focus === undefined) replace({ about })
  else focus()
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
