import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import {
  markAllNotifications,
  markNotification,
  type Notification,
  type NotificationPage,
} from './notifications.ts'
import type { NotificationState } from './use-unread-count.ts'

type Listed = InfiniteData<NotificationPage>

/** Lays a change over every list that is shown; what is read stays in view until the list is opened anew. */
function patchListed(client: QueryClient, change: (one: Notification) => Notification): void {
  client.setQueriesData<Listed>(
    { queryKey: keys.notificationLists },
    (listed) =>
      listed && {
        ...listed,
        pages: listed.pages.map((page) => ({ ...page, data: page.data.map(change) })),
      },
  )
}

function changeUnread(client: QueryClient, change: (unread: number) => number): void {
  client.setQueryData<NotificationState>(
    keys.unreadCount,
    (state) => state && { ...state, unread: change(state.unread) },
  )
}

const stamped = (one: Notification, read: boolean): Notification => ({
  ...one,
  readAt: read ? (one.readAt ?? new Date().toISOString()) : null,
})

/** Marks a notification as read, or as unread again: shown at once, asked for anew where the server refuses. */
export function useMarkNotification() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ one, read }: { one: Notification; read: boolean }) => markNotification(one.id, read),
    onMutate: ({ one, read }) => {
      if ((one.readAt !== null) === read) return
      patchListed(client, (other) => (other.id === one.id ? stamped(other, read) : other))
      changeUnread(client, (unread) => Math.max(0, unread + (read ? -1 : 1)))
    },
    onError: () => client.invalidateQueries({ queryKey: keys.notifications }),
  })
}

export function useMarkAllNotifications() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: markAllNotifications,
    onMutate: () => {
      patchListed(client, (one) => stamped(one, true))
      changeUnread(client, () => 0)
    },
    onError: () => client.invalidateQueries({ queryKey: keys.notifications }),
  })
}
