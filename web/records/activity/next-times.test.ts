import { expect, test } from 'vitest'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { nextTimes } from './next-times.ts'

const { calendar } = defaultSettings('zh-CN')
const offered = (now: string, exceptions: typeof calendar.exceptions = []) =>
  nextTimes({ now, timeZone: 'Asia/Shanghai' }, { ...calendar, exceptions }).map(({ name, at, moved }) => [
    name,
    at,
    moved,
  ])

test('each time is a working day, when work begins', () => {
  expect(offered('2026-11-17T04:00:00Z')).toEqual([
    ['tomorrow', '2026-11-18T01:00:00Z', false],
    ['inThreeDays', '2026-11-20T01:00:00Z', false],
    ['nextMonday', '2026-11-23T01:00:00Z', false],
    ['nextMonth', '2026-12-17T01:00:00Z', false],
  ])
})

test('on a Friday tomorrow would be Monday: that is offered once, by its true name', () => {
  expect(offered('2026-11-20T04:00:00Z').map(([name]) => name)).toEqual(['nextMonday', 'nextMonth'])
  expect(offered('2026-11-21T04:00:00Z')).toEqual([
    ['inThreeDays', '2026-11-24T01:00:00Z', false],
    ['nextMonday', '2026-11-23T01:00:00Z', false],
    ['nextMonth', '2026-12-21T01:00:00Z', false],
  ])
})

test('holidays are left out, and weekend days that are worked are not', () => {
  const days = [
    { date: '2026-11-18', works: false, name: '节' },
    { date: '2026-11-21', works: true, name: '调休' },
  ]
  expect(offered('2026-11-17T04:00:00Z', days)[0]).toEqual(['tomorrow', '2026-11-19T01:00:00Z', true])
  expect(offered('2026-11-20T04:00:00Z', days)[0]).toEqual(['tomorrow', '2026-11-21T01:00:00Z', false])
})

test('a calendar without working days still offers times', () => {
  expect(
    nextTimes({ now: '2026-11-17T04:00:00Z', timeZone: 'UTC' }, { ...calendar, workdays: [] }),
  ).toHaveLength(4)
})
