import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { keys } from './keys.ts'
import { addToTimeline, patchTimelines, refreshTimelines } from './timeline-cache.ts'

/** What a screen shows at once in the timelines that it holds, before the server has told. */
export function useTimelineChanges() {
  const client = useQueryClient()
  return useMemo(
    () => ({
      add: (object: string, id: string, entry: TimelineEntry) => addToTimeline(client, object, id, entry),
      patch: (change: (entry: TimelineEntry) => TimelineEntry | undefined) => patchTimelines(client, change),
      refresh: () => refreshTimelines(client),
      /** What the server keeps of a record by its activities and tasks: no event tells of it. */
      refreshRecord: (object: string, id: string) =>
        void client.invalidateQueries({ queryKey: keys.record(object, id) }),
    }),
    [client],
  )
}
