import type { PresentPerson } from '#shared/operations/presence.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { Place } from './presence-place.ts'
import { address, request } from './request.ts'

export type { PresentPerson }

/** One document is one tab to the server, however often it moves. */
const tab = uuidv7()

/** Says where this tab is. @returns who else is there */
export async function reportPresence(place: Place, signal: AbortSignal): Promise<readonly PresentPerson[]> {
  const body = { tab, object: place.object, ...(place.id !== undefined && { id: place.id }) }
  const { data } = await request<{ data: readonly PresentPerson[] }>('PUT', '/presence', { body, signal })
  return data.data
}

/** Says that this tab shows no object any more; sent even while the page goes away. */
export function leavePresence(): void {
  void fetch(address('/presence', { tab }), { method: 'DELETE', keepalive: true }).catch(() => {})
}
