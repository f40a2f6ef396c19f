import { expect, test } from 'vitest'
import type { Notification } from '#web/data/notifications.ts'
import { byDay, nearDay } from './days.ts'

const told = (id: string, at: string): Notification => ({
  id,
  at,
  kind: 'reminder',
  readAt: null,
  object: 'task',
  recordId: id,
  title: id,
  text: '',
  actor: null,
  deleted: false,
  count: 1,
  alert: null,
})

test('a day begins at midnight where the reader is, not in Greenwich', () => {
  const days = byDay(
    [told('c', '2026-11-20T17:00:00Z'), told('b', '2026-11-20T15:59:00Z'), told('a', '2026-11-19T20:00:00Z')],
    'Asia/Shanghai',
  )
  expect(days.map(({ date, entries }) => [date, entries.map(({ id }) => id)])).toEqual([
    ['2026-11-21', ['c']],
    ['2026-11-20', ['b', 'a']],
  ])
})

test.each([
  ['2026-11-21', 'today'],
  ['2026-11-20', 'yesterday'],
  ['2026-11-19', undefined],
])('%s is %s', (date, expected) => {
  expect(nearDay(date, '2026-11-20T18:00:00Z', 'Asia/Shanghai')).toBe(expected)
})
