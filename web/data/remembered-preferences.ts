import type { Preferences } from './preference-writes.ts'

const storageKey = (userId: string) => `kith.preferences.${userId}`

/** What this device knew last: the first paint is arranged as the person left it, before the server answers. */
export function rememberedPreferences(userId: string): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(userId)) ?? '{}')
    return typeof stored === 'object' && stored !== null ? { ...stored } : {}
  } catch {
    return {}
  }
}

export function rememberPreferences(userId: string, preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey(userId), JSON.stringify(preferences))
  } catch {
    // A full storage costs the head start, nothing else.
  }
}
