import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import { deleteView } from '#server/core/views/delete-view.ts'
import { plantViews } from '#server/core/views/index.ts'
import { listViews } from '#server/core/views/list-views.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { shippedObjects, shippedViews } from './index.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ cx, drop } = await createTestWorkspace(shippedObjects, 'zh-TW'))
})
afterAll(() => drop())

const views = async () => {
  const objects = cx.workspace.catalogue().objects.map(({ name }) => listViews(cx, name))
  return (await Promise.all(objects)).flat()
}
const names = async () => (await views()).map(({ object, name }) => `${object} ${name}`).sort()

test('every shipped view is made once, for everybody, whole, in the workspace’s language', async () => {
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
