import { type InfiniteData, QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { keys } from './keys.ts'
import { dropCached, patchCached, snapshotOf, undoPatch } from './record-cache.ts'
import type { RecordData, RecordPage } from './records.ts'

const client = new QueryClient()
const query = { sort: 'name' }
const list = () => client.getQueryData<InfiniteData<RecordPage>>(keys.list('company', query))
const names = () => list()?.pages.flatMap((page) => page.data.map((record) => record.name))
const page = () => client.getQueryData<RecordData>(keys.recordWith('company', '1', ['parent']))

beforeEach(() => {
  client.clear()
  client.setQueryData(keys.list('company', query), {
    pages: [
      { data: [{ id: '1', version: 1, name: '泓远' }], count: 2, nextCursor: 'c' },
      { data: [{ id: '2', version: 1, name: '海岳' }], nextCursor: null },
    ],
    pageParams: [undefined, 'c'],
  })
  client.setQueryData(keys.recordWith('company', '1', ['parent']), { id: '1', version: 1, name: '泓远' })
})

test('an edit shows in every list and on the page at once', () => {
  patchCached(client, 'company', '1', { name: '泓远精密' })
  expect(names()).toEqual(['泓远精密', '海岳'])
  expect(page()?.name).toBe('泓远精密')
})

test('what the server refused is taken back everywhere', () => {
  const snapshot = snapshotOf(client, 'company')
  patchCached(client, 'company', '1', { name: '泓远精密' })
  undoPatch(client, snapshot)
  expect(names()).toEqual(['泓远', '海岳'])
  expect(page()?.name).toBe('泓远')
})

test('a deleted record leaves its list, and the count follows', () => {
  dropCached(client, 'company', new Set(['1']))
  expect(names()).toEqual(['海岳'])
  expect(list()?.pages[0]?.count).toBe(1)
})
