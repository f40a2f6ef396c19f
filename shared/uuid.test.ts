import { afterEach, expect, test, vi } from 'vitest'
import { uuidv7, uuidv7At, uuidv7Time } from './uuid.ts'

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => vi.useRealTimers())

test('has the version, the variant and the time', () => {
  const before = Date.now()
  const id = uuidv7()
  expect(id).toMatch(shape)
  expect(uuidv7Time(id)).toBeGreaterThanOrEqual(before)
})

test('ids of one process are distinct and sort as made, past the end of the counter too', () => {
  vi.useFakeTimers({ now: Date.now() + 10_000 })
  const ids = Array.from({ length: 20_000 }, () => uuidv7())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  for (const id of ids) expect(id).toMatch(shape)
})

test('keeps its order when the clock steps back', () => {
  vi.useFakeTimers({ now: Date.now() + 100_000 })
  const first = uuidv7()
  vi.setSystemTime(Date.now() - 50_000)
  expect(uuidv7() > first).toBe(true)
})

test('the same moment and bits give the same id', () => {
  const time = Date.UTC(2026, 10, 20, 8)
  expect(uuidv7At(time, 0, 0, 0)).toBe(
    '019aa05f-0800-7000-8000-000000000000'.replace(/^.{13}/, hexTime(time)),
  )
  expect(uuidv7At(time, 0xffff, 0xffffffff, 0xffffffff).slice(14)).toBe('7fff-bfff-ffffffffffff')
  expect(uuidv7Time(uuidv7At(time, 1, 2, 3))).toBe(time)
})

function hexTime(time: number): string {
  const hex = time.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}
