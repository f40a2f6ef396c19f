import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { TimelineEntry, TimelinePage } from '#shared/operations/timeline.ts'
import { keys } from './keys.ts'

type Timeline = InfiniteData<TimelinePage>

/** Puts an entry where its time belongs in the timelines of a record that show everything. */
export function addToTimeline(client: QueryClient, object: string, id: string, entry: TimelineEntry): void {
  const queryKey = [...keys.timeline(object, id), { kinds: [], search: '' }]
  client.setQueryData<Timeline>(queryKey, (timeline) =>
    timeline === undefined ? timeline : changeFirst(timeline, (data) => placed(data, entry)),
  )
}

const placed = (entries: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] => {
  const others = entries.filter(({ id }) => id !== entry.id)
  const found = others.findIndex(({ at }) => at <= entry.at)
  const index = found < 0 ? others.length : found
  return [...others.slice(0, index), entry, ...others.slice(index)]
}

function changeFirst(
  timeline: Timeline,
  change: (entries: readonly TimelineEntry[]) => readonly TimelineEntry[],
): Timeline {
  return {
    ...timeline,
    pages: timeline.pages.map((page, index) => (index === 0 ? { ...page, data: change(page.data) } : page)),
  }
}

const anyTimeline = (queryKey: readonly unknown[]): boolean =>
  queryKey[0] === 'records' && queryKey[2] === 'timeline'

/** Changes entries in every timeline that holds them; undefined takes them out. */
export function patchTimelines(
  client: QueryClient,
  patch: (entry: TimelineEntry) => TimelineEntry | undefined,
): void {
  client.setQueriesData<Timeline>({ predicate: ({ queryKey }) => anyTimeline(queryKey) }, (timeline) =>
    timeline === undefined
      ? timeline
      : {
          ...timeline,
          pages: timeline.pages.map((page) => ({
            ...page,
            data: page.data.flatMap((entry) => patch(entry) ?? []),
          })),
        },
  )
}

/** Asks for the timelines in view again. */
export function refreshTimelines(client: QueryClient): void {
  void client.invalidateQueries({ predicate: ({ queryKey }) => anyTimeline(queryKey) })
}
