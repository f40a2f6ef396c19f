const storageKey = 'kith.commands'
const most = 4

/** Ids of the commands that were run last on this device, newest first. */
export function usedCommands(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberCommand(id: string): void {
  const others = usedCommands().filter((other) => other !== id)
  localStorage.setItem(storageKey, JSON.stringify([id, ...others].slice(0, most)))
}
