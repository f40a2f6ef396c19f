import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { historyOf } from '#server/core/changes/history.ts'
import type { Context } from '#server/core/context.ts'
import { createField } from '#server/core/metadata/index.ts'
import { createRecords, getRecord, listRecords, updateRecords } from '#server/core/records/index.ts'
import { contextOf, createTestWorkspace, openPlatform } from '#test/support/workspace.ts'
import { WorkspaceRegistry } from './index.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { rotateKeys } from './rotate-keys.ts'

let opened: Awaited<ReturnType<typeof createTestWorkspace>>
let workspace: OpenWorkspace

beforeAll(async () => {
  opened = await createTestWorkspace(shippedObjects)
  workspace = await opened.registry.get(opened.workspace.id)
})
afterAll(() => opened.drop())

const keysInUse = async (): Promise<string[]> => {
  const { rows } = await workspace.pool.query<{ key: string }>({
    text: `select distinct split_part(secret, '.', 1) as key from ${workspace.schema}.lead where secret is not null`,
  })
  return rows.map(({ key }) => key)
}
const secretOf = async (cx: Context, id: string): Promise<unknown> =>
  (JSON.parse((await getRecord(cx, 'lead', id))!) as { secret: unknown }).secret

/** Another process, with a KITH_SECRET of its own. */
async function another(secret: string, previousSecret?: string) {
  const { platform, close } = await openPlatform(opened.platform.databaseUrl)
  const registry = new WorkspaceRegistry({ ...platform, config: { secret, previousSecret } }, shippedObjects)
  return {
    get: async () => contextOf(await registry.get(workspace.id)),
    async close() {
      await registry.close()
      await close()
    },
  }
}

const { secret } = { secret: 'a secret of this test and no other one' }

test('nothing is rotated where nothing is encrypted', async () => {
  expect(await rotateKeys(workspace)).toBeUndefined()
})

test('keys are rotated while people write in two processes, and everything opens before, meanwhile and after', async () => {
  const { cx } = opened
  await createField(cx, 'lead', { name: 'secret', type: 'text', encrypted: true })
  const other = await another(secret)
  const otherCx = await other.get()
  const inputs = Array.from({ length: 1_200 }, (_, index) => ({ name: `L${index}`, secret: `S${index}` }))
  const { ids } = await createRecords(cx, 'lead', inputs, { idsOnly: true })
  expect(await secretOf(otherCx, ids[0]!)).toBe('S0')

  let writing = true
  const made: (readonly [string, string])[] = []
  const writers = [cx, otherCx].map(async (writer, at) => {
    for (let index = 0; writing; index++) {
      const value = `W${at}-${index}`
      const target = ids[(index * 7 + at) % 600]!
      await updateRecords(writer, 'lead', [{ id: target, secret: value }], { idsOnly: true })
      const created = await createRecords(writer, 'lead', [{ name: value, secret: value }], { idsOnly: true })
      made.push([created.ids[0]!, value])
      expect(await secretOf(at === 0 ? otherCx : cx, created.ids[0]!)).toBe(value)
    }
  })
  expect(await rotateKeys(workspace)).toBeGreaterThanOrEqual(600)
  writing = false
  await Promise.all(writers)

  expect(await keysInUse()).toEqual([String(workspace.keys().current)])
  for (const [id, value] of made) expect(await secretOf(otherCx, id)).toBe(value)
  expect(await secretOf(cx, ids[1_100]!)).toBe('S1100')
  // Equal values are still found, whichever key sealed them.
  expect(JSON.parse(await listRecords(otherCx, 'lead', { filter: 'secret = "S1100"' }))).toMatchObject({
    data: [{ id: ids[1_100] }],
  })
  const { data } = await historyOf(cx, 'lead', ids[1_100]!)
  expect(data).toMatchObject([{ after: { secret: 'S1100' } }])
  expect(data).toHaveLength(1)
  await other.close()
})

test('a changed KITH_SECRET opens them with the former one beside it, and from then on alone', async () => {
  const { ids } = await createRecords(opened.cx, 'lead', [{ name: 'x', secret: 'kept' }], { idsOnly: true })
  const lost = await another('quite another secret of this test')
  await expect(secretOf(await lost.get(), ids[0]!)).rejects.toMatchObject({ code: 'encryption_keys_missing' })
  await lost.close()
  const both = await another('the secret that this test has next', secret)
  expect(await secretOf(await both.get(), ids[0]!)).toBe('kept')
  await both.close()
  const alone = await another('the secret that this test has next')
  expect(await secretOf(await alone.get(), ids[0]!)).toBe('kept')
  await alone.close()
})
