import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { standard } from '#server/core/metadata/test/objects.ts'
import { createRecords } from '#server/core/records/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { Heads, type Stretch } from './index.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let heads: Heads
let subscribed = 0

beforeAll(async () => {
  scene = await createTestWorkspace(standard)
  // Every announcement is lost.
  const notifier = {
    subscribe: () => {
      subscribed++
      return () => void subscribed--
    },
  }
  heads = new Heads({ notifier, topic: (id) => id, log: createLog('silent') })
})
afterAll(() => scene.drop())

const follow = async () => {
  const told: Stretch[] = []
  const { leave } = await heads.follow(scene.cx.workspace, (stretch) => told.push(stretch))
  return { told, leave }
}
const objects = (told: readonly Stretch[]) => told.flatMap((stretch) => stretch.objects)

test('what nobody announced is told all the same, to each who waits and to none who left', async () => {
  const [one, other] = await Promise.all([follow(), follow()])
  expect(subscribed).toBe(1)
  await createRecords(scene.cx, 'company', [{ name: 'A' }], { idsOnly: true })
  await vi.waitFor(
    () => expect([objects(one.told), objects(other.told)]).toEqual([['company'], ['company']]),
    10_000,
  )
  other.leave()
  await createRecords(scene.cx, 'company', [{ name: 'B' }], { idsOnly: true })
  await vi.waitFor(() => expect(objects(one.told)).toEqual(['company', 'company']), 10_000)
  expect(objects(other.told)).toEqual(['company'])
  one.leave()
  one.leave()
  expect(subscribed).toBe(0)

  await createRecords(scene.cx, 'company', [{ name: 'C' }], { idsOnly: true })
  const later = await follow()
  one.leave()
  await createRecords(scene.cx, 'team', [{ name: 'D' }], { idsOnly: true })
  await vi.waitFor(() => expect(objects(later.told)).toEqual(['team']), 10_000)
  later.leave()
})
