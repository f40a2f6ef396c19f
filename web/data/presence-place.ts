/** What somebody looks at: a record, or the list of an object. */
export interface Place {
  readonly object: string
  readonly id: string | undefined
}

let places: readonly Place[] = []
const listeners = new Set<() => void>()

function replace(next: readonly Place[]): void {
  places = next
  for (const listener of listeners) listener()
}

/** Enters a place; of several open ones (a record above its list) the last entered counts. @returns leaves it */
export function enterPlace(place: Place): () => void {
  replace([...places, place])
  return () => replace(places.filter((other) => other !== place))
}

/** Where this tab is; undefined on a page that shows no object. */
export const presencePlace = {
  get: (): Place | undefined => places.at(-1),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
