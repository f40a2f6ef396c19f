import type { TimelinePage } from '#shared/operations/timeline.ts'
import { request } from './request.ts'
import { viewedAs } from './view-as.ts'

export interface TimelineQuery {
  /** Kinds of entries and of activities; all where empty. */
  readonly kinds: readonly string[]
  /** Words that an entry has to hold. */
  readonly search: string
}

const timelinePageSize = 40

/** What happened to a record and to those that point to it, newest first. */
export async function timelineOf(
  object: string,
  id: string,
  query: TimelineQuery,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<TimelinePage> {
  const { data } = await request<TimelinePage>('GET', `/records/${object}/${id}/timeline`, {
    query: {
      kinds: query.kinds.length === 0 ? undefined : query.kinds.join(','),
      search: query.search === '' ? undefined : query.search,
      cursor,
      limit: timelinePageSize,
      ...(viewedAs() === undefined && { may: true }),
    },
    signal,
  })
  return data
}
