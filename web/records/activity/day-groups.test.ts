import { expect, test } from 'vitest'
import type { TimelineEntry, TimelineKind } from '#shared/operations/timeline.ts'
import { dayGroups, isRun } from './day-groups.ts'

const wang = { id: 'w', name: '王芳', kind: 'user' }
const lin = { id: 'l', name: '林知夏', kind: 'user' }
const entry = (at: string, kind: TimelineKind = 'change', actor = wang, field = 'phone'): TimelineEntry => ({
  id: at,
  at: `2026-11-${at}:00Z`,
  kind,
  object: 'company',
  recordId: 'c',
  title: '泓远',
  actor,
  ...(kind === 'change' && { changes: [{ field, before: null, after: '1' }] }),
})
const drawn = (entries: readonly TimelineEntry[]) =>
  dayGroups(
    entries,
    'Asia/Shanghai',
    (one) => one.changes?.some(({ field }) => field === 'ownerId') ?? false,
  ).map(({ day, lines }) => [
    day,
    ...lines.map((line) => (isRun(line) ? line.entries.map(({ id }) => id) : line.id)),
  ])

test('days are those of the asker', () => {
  expect(drawn([entry('20T16:30'), entry('20T15:30', 'activity'), entry('20T01:00')])).toEqual([
    ['2026-11-21', '20T16:30'],
    ['2026-11-20', '20T15:30', '20T01:00'],
  ])
})

test('small changes of one person within minutes are one line', () => {
  expect(drawn([entry('20T03:12'), entry('20T03:08'), entry('20T03:01'), entry('20T02:30')])).toEqual([
    ['2026-11-20', ['20T03:12', '20T03:08', '20T03:01'], '20T02:30'],
  ])
})

test('records that came together are one line', () => {
  expect(drawn([entry('20T03:03', 'created'), entry('20T03:03', 'created'), entry('20T03:02')])).toEqual([
    ['2026-11-20', ['20T03:03', '20T03:03'], '20T03:02'],
  ])
})

test('another person, another kind and a weighty change stand alone', () => {
  expect(drawn([entry('20T03:03'), entry('20T03:02', 'change', lin), entry('20T03:01')])[0]).toHaveLength(4)
  expect(drawn([entry('20T03:03'), entry('20T03:02', 'activity'), entry('20T03:01')])[0]).toHaveLength(4)
  expect(drawn([entry('20T03:02'), entry('20T03:01', 'change', wang, 'ownerId')])[0]).toHaveLength(3)
})
