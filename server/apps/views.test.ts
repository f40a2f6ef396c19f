import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import { deleteView } from '#server/core/views/delete-view.ts'
import { plantViews } from '#server/core/views/index.ts'
import { listViews } from '#server/core/views/list-views.ts'
import { updateView } from '#server/core/views/update-view.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { shippedObjects, shippedViews } from './index.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  const made = await createTestWorkspace(shippedObjects, 'zh-TW')
  drop = made.drop
  cx = { ...made.cx, language: 'zh-TW' }
})
afterAll(() => drop())

const views = async () => {
  const objects = cx.workspace.catalogue().objects.map(({ name }) => listViews(cx, name))
  return (await Promise.all(objects)).flat()
}
const names = async () => (await views()).map(({ object, name }) => `${object} ${name}`).sort()

test('every shipped view is made once, for everybody, whole, in the reader’s language', async () => {
  await Promise.all([plantViews(cx, shippedViews), plantViews(cx, shippedViews)])
  expect(await names()).toEqual(shippedViews.map(({ object, label }) => `${object} ${label['zh-TW']}`).sort())
  for (const view of await views()) {
    expect(view).toMatchObject({ shared: true, ownerId: null, problems: [] })
    const shipped = shippedViews.find(
      ({ object, label }) => object === view.object && label['zh-TW'] === view.name,
    )
    expect(view.definition).toEqual(shipped?.definition)
  }
})

test('a shipped view is called in the reader’s language, a renamed one as it was named', async () => {
  const english = { ...cx, language: 'en' as const }
  const [mine] = await listViews(english, 'task')
  expect(mine?.name).toBe('My tasks')
  await updateView(english, mine!.id, { name: 'My tasks', kind: 'list' })
  expect((await listViews(cx, 'task'))[0]?.name).toBe('我的任務')
  await updateView(english, mine!.id, { name: 'To do' })
  expect((await listViews(cx, 'task'))[0]?.name).toBe('To do')
  await updateView(cx, mine!.id, { name: '我的任務' })
})

test('views stand in the order in which they are shipped', async () => {
  expect((await listViews(cx, 'task')).map(({ name }) => name)).toEqual(['我的任務', '依狀態', '行事曆'])
})

test('one that was taken away stays away', async () => {
  const before = await names()
  const [view] = await listViews(cx, 'deal')
  await deleteView(cx, view!.id)
  await plantViews(cx, shippedViews)
  expect(await names()).toEqual(before.filter((name) => name !== `deal ${view!.name}`))
})
