import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { createRecords, deleteRecords, tagsInUse } from './index.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  const opened = await createTestWorkspace(shippedObjects)
  drop = opened.drop
  cx = opened.cx
  const born = await createRecords(
    cx,
    'company',
    [
      { name: 'a', tags: ['重点', 'VIP'] },
      { name: 'b', tags: ['重点', '华东'] },
      { name: 'c' },
      // More than a page of newer records without the words.
      ...Array.from({ length: 500 }, (_, index) => ({ name: `n${index}`, tags: ['新'] })),
      { name: 'gone', tags: ['删除了'] },
    ],
    { idsOnly: true },
  )
  await deleteRecords(cx, 'company', [born.ids.at(-1)!])
})
afterAll(() => drop())

const inUse = async (query: Parameters<typeof tagsInUse>[2] = {}) =>
  JSON.parse(await tagsInUse(cx, 'company', query)) as { data: { value: string; count: number }[] }

test('are the words of all records that are there, the most frequent first', async () => {
  expect(await inUse()).toEqual({
    data: [
      { value: '新', count: 500 },
      { value: '重点', count: 2 },
      { value: 'VIP', count: 1 },
      { value: '华东', count: 1 },
    ],
    complete: true,
  })
})

test('are looked for by a part, in whatever case, and no more than were asked for', async () => {
  expect((await inUse({ search: 'vi' })).data).toEqual([{ value: 'VIP', count: 1 }])
  expect((await inUse({ search: '%' })).data).toEqual([])
  expect((await inUse({ limit: 1 })).data).toEqual([{ value: '新', count: 500 }])
})

test('a field that is none, or of another type, is refused', async () => {
  await expect(inUse({ field: 'tagz' })).rejects.toMatchObject({ code: 'unknown_field' })
  await expect(inUse({ field: 'name' })).rejects.toMatchObject({ issues: [{ path: 'field' }] })
})
