import { expect, test } from 'vitest'
import { stageDays } from './stage-days.ts'

const field = { wire: 'stageId', key: 'stage' }
const made = '2026-11-01T00:00:00Z'
const now = '2026-11-21T06:00:00Z'
const days = (changes: Parameters<typeof stageDays>[0], current = 'c') =>
  Object.fromEntries(stageDays(changes, field, current, made, now))

test('each step lasts until the next one was taken', () => {
  expect(
    days([
      { at: '2026-11-20T00:00:00Z', before: { stageId: 'b' }, after: { stageId: 'c' } },
      { at: '2026-11-15T00:00:00Z', before: { name: 'x' }, after: { name: 'y' } },
      { at: '2026-11-08T00:00:00Z', before: { stageId: 'a' }, after: { stageId: 'b' } },
      { at: made, before: null, after: { stageId: 'a' } },
    ]),
  ).toEqual({ a: 7, b: 12, c: 1 })
})

test('a step that was taken twice counts both times', () => {
  expect(
    days(
      [
        { at: '2026-11-19T00:00:00Z', before: { stage: 'b' }, after: { stage: 'a' } },
        { at: '2026-11-11T00:00:00Z', before: { stage: 'a' }, after: { stage: 'b' } },
      ],
      'a',
    ),
  ).toEqual({ a: 12, b: 8 })
})

test('without a history all the time is that of the present step', () => {
  expect(days([])).toEqual({ c: 20 })
})
