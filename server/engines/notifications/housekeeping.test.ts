import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { keepNotifications } from './index.ts'

let scene: Awaited<ReturnType<typeof createTestWorkspace>>

beforeAll(async () => {
  scene = await createTestWorkspace(shippedObjects)
})
afterAll(() => scene.drop())

test('what was read ninety days ago goes; what was read since, or never, stays', async () => {
  const { pool, schema } = scene.workspace
  const told = (cause: string, read: string | null) =>
    pool.query({
      text: `insert into ${schema}._notification (id, user_id, kind, cause, at, read_at, object_key, title, text)
        values ($1, $1, 'mention', $2, now() - interval '200 days', now() - $3::interval, 'company', 't', 'x')`,
      values: [uuidv7(), cause, read],
    })
  await told('long ago', '91 days')
  await told('lately', '89 days')
  await told('never', null)
  await keepNotifications(scene.workspace)
  const { rows } = await pool.query({ text: `select cause from ${schema}._notification order by cause` })
  expect(rows).toEqual([{ cause: 'lately' }, { cause: 'never' }])
})
