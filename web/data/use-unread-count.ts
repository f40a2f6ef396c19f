import { queryOptions, useQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { listNotifications } from './notifications.ts'

export interface NotificationState {
  /** How many wait to be read. */
  readonly unread: number
  /** When the newest came, by the server's clock. */
  readonly newest: string | undefined
}

export const notificationStateQuery = queryOptions({
  queryKey: keys.unreadCount,
  queryFn: async ({ signal }): Promise<NotificationState> => {
    const { data, unread } = await listNotifications({ limit: 1 }, signal)
    return { unread, newest: data[0]?.at }
  },
  staleTime: 5 * 60_000,
})

/** How many notifications wait to be read; 0 until it is known. */
export function useUnreadCount(): number {
  return useQuery(notificationStateQuery).data?.unread ?? 0
}
