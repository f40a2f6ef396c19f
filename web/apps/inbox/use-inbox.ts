import { useState } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import type { Notification } from '#web/data/notifications.ts'
import { useNotifications } from '#web/data/use-notifications.ts'

/**
 * The lines of the inbox. Among unread ones, a line that is read stays where it is until the list is opened anew:
 * nothing slips away under the pointer.
 */
export function useInbox(unreadOnly: boolean) {
  const catalogue = useCatalogue()
  const answer = useNotifications(unreadOnly)
  const [seen, setSeen] = useState<ReadonlyMap<string, Notification>>(new Map())
  const listed = answer.data?.pages.flatMap(({ data }) => data) ?? []
  const fresh = listed.filter((one) => seen.get(one.id) !== one)
  if (unreadOnly && fresh.length > 0)
    setSeen(new Map([...seen, ...fresh.map((one) => [one.id, one] as const)]))

  const current = new Set(listed.map(({ id }) => id))
  const now = new Date().toISOString()
  const kept = unreadOnly
    ? [...seen.values()]
        .filter(({ id }) => !current.has(id))
        .map((one) => ({ ...one, readAt: one.readAt ?? now }))
    : []
  const entries = [...listed, ...kept]
    .filter(({ object }) => catalogue.find(object) !== undefined)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return { ...answer, entries }
}
