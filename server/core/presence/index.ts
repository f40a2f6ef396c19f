import { type Operation, operation } from '#server/core/operation.ts'
import { announcePresenceContract, endPresenceContract } from '#shared/operations/presence.ts'
import { endPresence } from './end-presence.ts'
import { notePresence } from './note-presence.ts'

export { keepPresence } from './housekeeping.ts'
export { presenceSignal } from './topic.ts'

interface Announcement {
  readonly tab: string
  readonly object: string
  readonly id?: string
}

export const presenceOperations: readonly Operation[] = [
  operation(announcePresenceContract, async (cx, { body }) => {
    const { tab, object, id } = body as Announcement
    return { data: await notePresence(cx, tab, { object, id: id?.toLowerCase() ?? null }) }
  }),
  operation(endPresenceContract, (cx, { query }) => endPresence(cx, String(query.tab))),
]
