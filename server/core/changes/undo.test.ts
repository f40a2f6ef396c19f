import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects, workspaceSeeds, writeSteps } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createField } from '#server/core/metadata/index.ts'
import {
  createRecords,
  getRecord,
  listRecords,
  updateRecords,
  type WriteStep,
} from '#server/core/records/index.ts'
import { AppError } from '#shared/errors.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { changeInBulk } from './bulk.ts'
import { undo, undoToken } from './undo.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  const opened = await createTestWorkspace(shippedObjects)
  drop = opened.drop
  cx = { ...opened.cx, steps: writeSteps }
  for (const [index, slice] of [1_000, 1_000, 500].entries()) {
    await createRecords(
      cx,
      'product',
      Array.from({ length: slice }, (_, number) => ({
        name: `产品 ${index}-${number}`,
        category: number % 5 === 0 ? '旧款' : '新款',
        price: `${number}.50`,
      })),
      { idsOnly: true },
    )
  }
})
afterAll(() => drop())

const count = async (filter?: string) =>
  (JSON.parse(await listRecords(cx, 'product', { filter, count: 'exact', limit: 1 })) as { count: number })
    .count
const product = async (id: string) =>
  JSON.parse((await getRecord(cx, 'product', id, {}))!) as Record<string, unknown>

test('every record that a filter leaves is changed once, though the change takes it out of the filter', async () => {
  const done = await changeInBulk(cx, 'product', {
    filter: 'category = "旧款"',
    values: { category: '清仓' },
  })
  expect(done.count).toBe(500)
  expect(await count('category = "旧款"')).toBe(0)
  expect(await undo(cx, done.undo)).toEqual({ undone: 500, skipped: 0 })
  expect(await count('category = "旧款"')).toBe(500)
})

test('records of several transactions are deleted, and come back', async () => {
  const done = await changeInBulk(cx, 'product', { filter: '', delete: true })
  expect(done.count).toBe(2_500)
  expect(await count()).toBe(0)
  expect(await undo(cx, done.undo)).toEqual({ undone: 2_500, skipped: 0 })
  expect(await count()).toBe(2_500)
})

test('what somebody changed since is left alone, field by field', async () => {
  const { ids } = await createRecords(cx, 'product', [
    { name: 'x', category: 'a', price: '1' },
    { name: 'y', category: 'a', price: '1' },
  ])
  const values = { category: 'b', price: '2.00' }
  const done = await changeInBulk(cx, 'product', { ids, values })
  await updateRecords(cx, 'product', [{ id: ids[0], price: '3' }])
  expect(await undo(cx, done.undo)).toEqual({ undone: 1, skipped: 1 })
  expect(await product(ids[0]!)).toMatchObject({ category: 'a', price: '3' })
  expect(await product(ids[1]!)).toMatchObject({ category: 'a', price: '1' })
  expect(await undo(cx, done.undo)).toEqual({ undone: 0, skipped: 2 })
})

test('words are added and taken away, and what each list has besides stays', async () => {
  const { ids } = await createRecords(cx, 'company', [
    { name: 'a', tags: ['华东', '重点'] },
    { name: 'b' },
    { name: 'c', tags: ['旧'] },
  ])
  const tagsOf = async () =>
    Promise.all(
      ids.map(
        async (id) => (JSON.parse((await getRecord(cx, 'company', id, {}))!) as { tags: unknown }).tags,
      ),
    )
  const done = await changeInBulk(cx, 'company', {
    ids,
    add: { tags: ['重点', '新'] },
    remove: { tags: ['旧'] },
  })
  expect(done.count).toBe(3)
  expect(await tagsOf()).toEqual([
    ['华东', '重点', '新'],
    ['重点', '新'],
    ['重点', '新'],
  ])
  await updateRecords(cx, 'company', [{ id: ids[1], tags: ['别人的'] }])
  expect(await undo(cx, done.undo)).toEqual({ undone: 2, skipped: 1 })
  expect(await tagsOf()).toEqual([['华东', '重点'], ['别人的'], ['旧']])
  const emptied = await changeInBulk(cx, 'company', {
    ids,
    remove: { tags: ['华东', '重点', '别人的', '旧'] },
  })
  expect(await tagsOf()).toEqual([[], [], []])
  expect(await undo(cx, emptied.undo)).toEqual({ undone: 3, skipped: 0 })
})

test('what is no list, no field or too long a list is refused with its place', async () => {
  const { ids } = await createRecords(cx, 'company', [{ name: 'd', tags: ['x'] }])
  for (const [edits, code, path] of [
    [{ add: { name: ['x'] } }, 'wrong_type', '/add/name'],
    [{ remove: { tagz: ['x'] } }, 'unknown_field', '/remove/tagz'],
    [
      { add: { tags: Array.from({ length: 200 }, (_, index) => `t${index}`) } },
      'too_many_values',
      '/add/tags',
    ],
  ] as const) {
    const refused = await changeInBulk(cx, 'company', { ids, ...edits }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ issues: [{ code, path }] })
  }
  await expect(changeInBulk(cx, 'company', { ids, add: {}, delete: true })).rejects.toBeInstanceOf(AppError)
  await expect(changeInBulk(cx, 'company', { ids })).rejects.toBeInstanceOf(AppError)
})

test('lists of relations go back too', async () => {
  await createField(cx, 'product', {
    name: 'parts',
    type: 'relations',
    label: sameInAllLanguages('Parts'),
    to: 'product',
  })
  const { ids } = await createRecords(cx, 'product', [{ name: 'p' }, { name: 'q' }, { name: 'r' }])
  await updateRecords(cx, 'product', [{ id: ids[0], partIds: [ids[1]] }])
  const done = await changeInBulk(cx, 'product', { ids: [ids[0]!], values: { partIds: [ids[2], ids[1]] } })
  await undo(cx, done.undo)
  expect((await product(ids[0]!)).partIds).toEqual([ids[1]])
})

test('nobody takes back what another did, nor by a made-up token', async () => {
  const done = await changeInBulk(cx, 'product', { filter: 'category = "新款"', values: { unit: '件' } })
  const other = { ...cx, actor: { ...cx.actor, id: '00000000-0000-7000-8000-000000000002' } }
  expect(await undo(other, done.undo)).toEqual({ undone: 0, skipped: 0 })
  await expect(undo(cx, 'nonsense')).rejects.toMatchObject({ code: 'invalid_undo_token' })
  expect(await undo(cx, await undoToken(cx, []))).toEqual({ undone: 0, skipped: 0 })
})

test('a refusal in the middle says how far it went and how to take that back', async () => {
  const last = JSON.parse(await listRecords(cx, 'product', { sort: ['-id'], limit: 1 })) as {
    data: { id: string }[]
  }
  const refusing: WriteStep = {
    name: 'product.refuse',
    object: 'product',
    watches: new Set(['unit']),
    async stamp({ rows }) {
      if (rows.some(({ id }) => id === last.data[0]!.id)) throw new AppError('not_permitted')
    },
  }
  const request = { filter: '', values: { unit: '箱' } }
  const stopped = changeInBulk({ ...cx, steps: [refusing] }, 'product', request)
  const error = await stopped.then(
    () => undefined,
    (refusal: AppError) => refusal,
  )
  expect(error).toMatchObject({ code: 'bulk_stopped', parameters: { count: 2_000 } })
  expect(await count('unit = "箱"')).toBe(2_000)
  await undo(cx, String(error?.details.undo))
  expect(await count('unit = "箱"')).toBe(0)
})

test('a request that is sent again goes on where it stopped, and gives back the whole', async () => {
  const request = { filter: 'unit != "打" or isBlank(unit)', values: { unit: '打' } }
  const idempotency = { key: 'k1', route: 'bulk', body: request }
  let chunks = 0
  const stopping: WriteStep = {
    name: 'product.stop',
    object: 'product',
    watches: new Set(['unit']),
    async stamp() {
      if (++chunks === 2) throw new Error('the connection is lost')
    },
  }
  const all = await count()
  await expect(changeInBulk({ ...cx, steps: [stopping] }, 'product', request, idempotency)).rejects.toThrow(
    'lost',
  )
  const done = await changeInBulk(cx, 'product', request, idempotency)
  expect(done.count).toBe(all)
  expect(await changeInBulk(cx, 'product', request, idempotency)).toEqual(done)
  const other = changeInBulk(cx, 'product', { ...request, values: {} }, { ...idempotency, body: 'other' })
  await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  await undo(cx, done.undo)
  expect(await count('unit = "打"')).toBe(0)
})

test('what is to be done must be said, and to which records', async () => {
  const toNone = changeInBulk(cx, 'product', { values: { unit: 'x' } })
  await expect(toNone).rejects.toMatchObject({ issues: [{ path: '/filter', code: 'required' }] })
  const nothing = changeInBulk(cx, 'product', { filter: '' })
  await expect(nothing).rejects.toMatchObject({ issues: [{ path: '/values', code: 'required' }] })
})

test('a stage that was won goes back to where it was, with all that followed from it', async () => {
  for (const { object, records } of workspaceSeeds('zh-CN')) await createRecords(cx, object, records)
  const stages = JSON.parse(await listRecords(cx, 'stage', { sort: ['position'], limit: 50 })) as {
    data: { id: string; outcome: string }[]
  }
  const open = stages.data.find(({ outcome }) => outcome === 'open')!
  const won = stages.data.find(({ outcome }) => outcome === 'won')!
  const { ids } = await createRecords(cx, 'deal', [{ name: 'd', stageId: open.id, amount: '5' }])
  const before = JSON.parse((await getRecord(cx, 'deal', ids[0]!, {}))!) as Record<string, unknown>
  const done = await changeInBulk(cx, 'deal', { ids, values: { stageId: won.id } })
  await undo(cx, done.undo)
  const after = JSON.parse((await getRecord(cx, 'deal', ids[0]!, {}))!) as Record<string, unknown>
  for (const name of ['stageId', 'probability', 'closedAt', 'closeDate'])
    expect(after[name]).toEqual(before[name])
})
