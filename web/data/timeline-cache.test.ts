import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { TimelineEntry, TimelinePage } from '#shared/operations/timeline.ts'
import { keys } from './keys.ts'
import { addToTimeline, patchTimelines } from './timeline-cache.ts'

const entry = (id: string, at: string): TimelineEntry => ({
  id,
  at,
  kind: 'activity',
  object: 'activity',
  recordId: id,
  title: null,
  actor: null,
})
const key = [...keys.timeline('company', 'c'), { kinds: [], search: '' }]

function held() {
  const client = new QueryClient()
  const page: TimelinePage = { data: [entry('b', '2026-11-20'), entry('a', '2026-11-10')], nextCursor: 'x' }
  client.setQueryData(key, {
    pages: [page, { data: [entry('z', '2026-10-01')], nextCursor: null }],
    pageParams: [],
  })
  return {
    client,
    ids: () =>
      client.getQueryData<{ pages: TimelinePage[] }>(key)?.pages.map(({ data }) => data.map(({ id }) => id)),
  }
}

test('what was written stands at its time at once, and once', () => {
  const { client, ids } = held()
  addToTimeline(client, 'company', 'c', entry('new', '2026-11-21'))
  addToTimeline(client, 'company', 'c', entry('late', '2026-11-15'))
  addToTimeline(client, 'company', 'c', entry('new', '2026-11-21'))
  addToTimeline(client, 'company', 'other', entry('x', '2026-11-21'))
  expect(ids()).toEqual([['new', 'b', 'late', 'a'], ['z']])
})

test('an entry is changed or taken out wherever it stands', () => {
  const { client, ids } = held()
  patchTimelines(client, (one) => (one.id === 'z' ? undefined : one))
  expect(ids()).toEqual([['b', 'a'], []])
})
