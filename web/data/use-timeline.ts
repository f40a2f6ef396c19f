import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { TimelinePage } from '#shared/operations/timeline.ts'
import { onServerEvent } from './events.ts'
import { keys } from './keys.ts'
import { type TimelineQuery, timelineOf } from './timeline.ts'

const calm = 400

const objectOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'object' in event ? String(event.object) : ''

/**
 * The timeline of a record, page by page; it follows what others write.
 * @param sources names of the objects whose records can appear in it, beside the record's own
 */
export function useTimeline(object: string, id: string, query: TimelineQuery, sources: readonly string[]) {
  const client = useQueryClient()
  const watched = [object, ...sources].join()
  useEffect(() => {
    const names = new Set(watched.split(','))
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onServerEvent('change', (event) => {
      if (!names.has(objectOf(event))) return
      timer ??= setTimeout(() => {
        timer = undefined
        void client.invalidateQueries({ queryKey: keys.timeline(object, id) })
      }, calm)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, object, id, watched])
  return useInfiniteQuery({
    queryKey: [...keys.timeline(object, id), query],
    queryFn: ({ pageParam, signal }) => timelineOf(object, id, query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: TimelinePage) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}
