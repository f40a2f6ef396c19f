import { viewedAs } from '#web/data/view-as.ts'

interface Recent {
  readonly object: string
  readonly id: string
  readonly title: string
}

const most = 8
const storageKey = (workspaceId: string) => `kith.recent.${workspaceId}`

/** The records that were opened last on this device, newest first. */
export function recentRecords(workspaceId: string): readonly Recent[] {
  if (viewedAs() !== undefined) return []
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(workspaceId)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isRecent) : []
  } catch {
    return []
  }
}

export function rememberRecent(workspaceId: string, recent: Recent): void {
  if (viewedAs() !== undefined) return
  const others = recentRecords(workspaceId).filter(({ id }) => id !== recent.id)
  localStorage.setItem(storageKey(workspaceId), JSON.stringify([recent, ...others].slice(0, most)))
}

function isRecent(value: unknown): value is Recent {
  return typeof value === 'object' && value !== null && 'object' in value && 'id' in value && 'title' in value
}
