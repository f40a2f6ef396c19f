import { afterEach, expect, test, vi } from 'vitest'
import { dayIn, onDay, today } from './day.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a day begins at midnight of the zone', () => {
  const before = new Date('2031-05-06T15:59:59Z')
  const after = new Date('2031-05-06T16:00:00Z')
  expect([dayIn('Asia/Shanghai', before), dayIn('Asia/Shanghai', after)]).toEqual([
    '2031-05-06',
    '2031-05-07',
  ])
  expect(dayIn('America/New_York', after)).toBe('2031-05-06')
})

test('a page that stays open over midnight is told of the new day', () => {
  vi.stubGlobal('document', new EventTarget())
  vi.useFakeTimers({ now: new Date('2031-05-06T15:59:50Z') })
  const told: string[] = []
  expect(today('Asia/Shanghai')).toBe('2031-05-06')
  const stop = onDay(() => told.push(today('Asia/Shanghai')))
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['2031-05-07'])
  stop()
})
