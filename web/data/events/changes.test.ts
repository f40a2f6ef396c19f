import { type InfiniteData, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keys } from '../keys.ts'
import type { RecordPage } from '../records.ts'
import { followChanges } from './changes.ts'

let client: QueryClient
let changes: ReturnType<typeof followChanges>
const asked: string[] = []
const record = { id: '1', version: 3, name: '泓远', companyId: 'a', company: { id: 'a', name: '甲' } }

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  client = new QueryClient()
  client.setQueryData(keys.list('contact', {}), { pages: [{ data: [record], count: 1 }], pageParams: [null] })
  vi.spyOn(client, 'invalidateQueries').mockImplementation(async (filters) => {
    asked.push(JSON.stringify(filters?.queryKey))
  })
  changes = followChanges(client)
})
afterEach(() => {
  changes.stop()
  vi.useRealTimers()
})

const shown = () => client.getQueryData<InfiniteData<RecordPage>>(keys.list('contact', {}))?.pages[0]?.data[0]
const change = (part: object) => ({
  object: 'contact',
  recordId: '1',
  version: 4,
  action: 'update',
  after: { name: '泓远精密' },
  ...part,
})

test('what an event says shows before anything is asked', () => {
  changes.note(change({}))
  vi.advanceTimersByTime(100)
  expect(shown()).toMatchObject({ name: '泓远精密', version: 4 })
})

test('of a relation an event does not say enough: the version stays that of what is seen', () => {
  changes.note(change({ after: { name: '新', companyId: 'b' } }))
  vi.advanceTimersByTime(100)
  expect(shown()).toMatchObject({ name: '新', companyId: 'a', company: { name: '甲' }, version: 3 })
})

test('an event of what is known already changes nothing, and a missed one is not passed over', () => {
  changes.note(change({ version: 3, after: { name: '旧' } }))
  vi.advanceTimersByTime(100)
  expect(shown()).toMatchObject({ name: '泓远', version: 3 })
  changes.note(change({ version: 6 }))
  vi.advanceTimersByTime(100)
  expect(shown()).toMatchObject({ name: '泓远精密', version: 3 })
})

test('a deleted record leaves its lists', () => {
  changes.note(change({ action: 'delete', after: null }))
  vi.advanceTimersByTime(100)
  expect(shown()).toBeUndefined()
})

test('ten thousand changes in three seconds ask for lists at most once a second', () => {
  for (let index = 0; index < 10_000; index++) {
    changes.note(change({ recordId: String(index), version: 9 }))
    if (index % 10 === 0) vi.advanceTimersByTime(3)
  }
  vi.advanceTimersByTime(1_000)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(5)
})

test('what is no change is not taken for one', () => {
  for (const event of [null, 'text', {}, { object: 1 }]) changes.note(event)
  vi.advanceTimersByTime(2_000)
  expect(asked).toEqual([])
})
