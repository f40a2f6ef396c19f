const most = 5
const storageKey = (object: string) => `kith.chosen.${object}`

/** Ids of the records of an object that were chosen in this browser, the latest first. */
export function recentChoices(object: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(object)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function rememberChoice(object: string, id: string): void {
  const kept = [id, ...recentChoices(object).filter((other) => other !== id)].slice(0, most)
  try {
    localStorage.setItem(storageKey(object), JSON.stringify(kept))
  } catch {
    // A full or forbidden store only costs the convenience.
  }
}
