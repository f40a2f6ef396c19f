import type { ComposerSubject } from './open-composer.ts'

const most = 6
const storageKey = (workspaceId: string) => `kith.subjects.${workspaceId}`

const isSubject = (value: unknown): value is ComposerSubject =>
  typeof value === 'object' && value !== null && 'object' in value && 'id' in value && 'title' in value

/** The records that were looked at or written about last on this device, newest first. */
export function recentSubjects(workspaceId: string): readonly ComposerSubject[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(workspaceId)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isSubject) : []
  } catch {
    return []
  }
}

export function rememberSubject(workspaceId: string, subject: ComposerSubject): void {
  const others = recentSubjects(workspaceId).filter(({ id }) => id !== subject.id)
  localStorage.setItem(storageKey(workspaceId), JSON.stringify([subject, ...others].slice(0, most)))
}
