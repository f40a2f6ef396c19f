import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createField } from '#server/core/metadata/create-field.ts'
import { deleteField } from '#server/core/metadata/delete-field.ts'
import { createRecords, deleteRecords, updateRecords } from '#server/core/records/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { historyOf } from './history.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ cx, drop } = await createTestWorkspace(shippedObjects))
})
afterAll(() => drop())

const create = async (object: string, values: object): Promise<string> =>
  (await createRecords(cx, object, [values], { single: true })).ids[0]!

test('a list of any records is told whole', async () => {
  const contact = await create('contact', { name: '张伟' })
  const activity = await create('activity', {
    kind: 'note',
    subject: 'first',
    participants: [{ object: 'contact', id: contact }],
  })
  const { data } = await historyOf(cx, 'activity', activity)
  expect(data.at(-1)).toMatchObject({
    action: 'create',
    after: { participants: [{ object: 'contact', id: contact }] },
  })
})

test('only what changed is told, moments as the API writes them', async () => {
  const id = await create('task', { subject: 'Call', dueAt: '2026-11-20T08:30:00.120Z' })
  await updateRecords(cx, 'task', [{ id, dueAt: '2026-11-21T00:00:00+08:00' }], { single: true })
  const [change] = (await historyOf(cx, 'task', id)).data
  expect(change?.before).toEqual({ dueAt: '2026-11-20T08:30:00.12Z' })
  expect(change?.after).toEqual({ dueAt: '2026-11-20T16:00:00Z' })
})

test('what a field held stays when the field goes, and the record in the bin keeps its history', async () => {
  await createField(cx, 'product', { name: 'short', type: 'text' })
  const id = await create('product', { name: 'Pump', short: 'lived' })
  await deleteField(cx, 'product', 'short')
  await deleteRecords(cx, 'product', [id])
  const { data } = await historyOf(cx, 'product', id)
  expect(data.map(({ action }) => action)).toEqual(['delete', 'create'])
  expect(Object.values(data[1]?.after ?? {})).toContain('lived')
})

test('pages by seq give each entry once', async () => {
  const id = await create('product', { name: 'v1' })
  for (const name of ['v2', 'v3', 'v4']) await updateRecords(cx, 'product', [{ id, name }], { single: true })
  const versions: number[] = []
  let cursor: string | undefined
  do {
    const page = await historyOf(cx, 'product', id, { cursor, limit: 2 })
    versions.push(...page.data.map(({ version }) => version))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(versions).toEqual([4, 3, 2, 1])
})
