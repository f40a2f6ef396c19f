import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { onServerEvent } from './events.ts'
import { keys } from './keys.ts'
import { listNotifications, type Notification } from './notifications.ts'
import { preferencesAreWritten } from './preference-writes.ts'
import { type NotificationState, notificationStateQuery } from './use-unread-count.ts'

/** A burst of notifications is told of by its newest. */
const toldAtOnce = 3

/**
 * Follows what is meant for this person alone: notifications, and preferences set on another device. Once, in the
 * frame. `onNew` gets what arrived while the page is open, the oldest first.
 */
export function usePersonalNews(onNew: (arrived: readonly Notification[]) => void): void {
  const client = useQueryClient()
  const latest = useRef(onNew)
  useEffect(() => {
    latest.current = onNew
  })
  useEffect(() => {
    const told = new Set<string>()
    const start = client.ensureQueryData(notificationStateQuery)
    start.catch(() => {})
    const noteNotification = async () => {
      const since = (await start).newest ?? ''
      const { data, unread } = await listNotifications({ unread: true, limit: toldAtOnce })
      client.setQueryData<NotificationState>(keys.unreadCount, { unread, newest: data[0]?.at })
      void client.invalidateQueries({ queryKey: keys.notificationLists })
      const arrived = data.filter(({ id, at }) => at > since && !told.has(id)).toReversed()
      for (const { id } of arrived) told.add(id)
      if (arrived.length > 0) latest.current(arrived)
    }
    const stops = [
      onServerEvent('notification', () => void noteNotification().catch(() => {})),
      onServerEvent('preferences', () => {
        if (preferencesAreWritten()) void client.invalidateQueries({ queryKey: keys.preferences })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
}
