import type { PresentPerson } from '#shared/operations/presence.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { Place } from './presence-place.ts'
import { address, request } from './request.ts'
import { viewedAs } from './view-as.ts'

export type { PresentPerson }

/** One document is one tab to the server, however often it moves. */
const tab = uuidv7()

/** Says where this tab is; nowhere while it looks with another's eyes. @returns who else is there */
export async function reportPresence(place: Place, signal: AbortSignal): Promise<readonly PresentPerson[]> {
  if (viewedAs() !== undefined) return []
  const body = { tab, object: place.object, ...(place.id !== undefined && { id: place.id }) }
  // Sent again and again by an open page: no sign that its person is there.
  const headers = { 'Kith-Background': '1' }
  const options = { body, headers, signal }
  const { data } = await request<{ data: readonly PresentPerson[] }>('PUT', '/presence', options)
  return data.data
}

/** Says that this tab shows no object any more; sent even while the page goes away. */
export function leavePresence(): void {
  void fetch(address('/presence', { tab }), { method: 'DELETE', keepalive: true }).catch(() => {})
}
