import { useInfiniteQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { listNotifications } from './notifications.ts'

/** What the person was told, page by page: all of it, or what was not read. */
export function useNotifications(unreadOnly: boolean) {
  return useInfiniteQuery({
    queryKey: keys.notificationList(unreadOnly),
    queryFn: ({ pageParam, signal }) =>
      listNotifications({ unread: unreadOnly, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
