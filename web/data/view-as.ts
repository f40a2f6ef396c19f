import { currentScope } from './kept/scope.ts'

const storageKey = 'kith.viewAs'
const separator = ' '

/** Ends with the tab, and counts for one account in one workspace alone. */
function stored(): string | undefined {
  if (typeof sessionStorage === 'undefined') return undefined
  const [scope, id] = (sessionStorage.getItem(storageKey) ?? '').split(separator)
  return id !== undefined && scope === currentScope() ? id : undefined
}

const viewed = stored()
const refused = new Set<() => void>()

/** The member with whose eyes this page reads; undefined where it reads with the own. It stays so for as long as the page lives. */
export const viewedAs = (): string | undefined => viewed

/**
 * Reads the whole app as another member sees it, from a page that is loaded anew: what was read with one pair of eyes is never
 * shown to the other. Right `roles`.
 * @param place where to begin; the home page where it is not said
 */
export function startViewAs(userId: string, place = '/'): void {
  sessionStorage.setItem(storageKey, `${currentScope()}${separator}${userId}`)
  location.assign(place)
}

/** Back to the own eyes, at the same place. */
export function endViewAs(): void {
  forgetViewAs()
  location.reload()
}

/** Nobody is looked as when the next page comes. */
export function forgetViewAs(): void {
  sessionStorage.removeItem(storageKey)
}

/** Nothing is written while looking as somebody else; who tries is told. */
export function refuseWrite(): void {
  for (const listener of refused) listener()
}

/** Calls back when something was to be written. @returns stops listening */
export function onRefusedWrite(listener: () => void): () => void {
  refused.add(listener)
  return () => refused.delete(listener)
}

// A page that the browser kept whole for the way back may be of the other pair of eyes.
if (typeof window !== 'undefined') {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && stored() !== viewed) location.reload()
  })
}
