import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenAs, type StreamEvent } from '#test/support/event-stream.ts'
import { ownId } from '#test/support/own-id.ts'
import { ownRecords } from '#test/support/permissions.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const pooled = ({ event }: StreamEvent): boolean => event === 'pool'

test('who may look into a pool hears that records come, change, are taken and go, and no more of them', async () => {
  const admin = await server.addMember('Ada', 'admin')
  const [lin, bo] = [await server.addMember('Lin', 'member'), await server.addMember('Bo', 'member')]
  const role = await admin.post('/roles', {
    name: 'Own',
    permissions: { usual: ownRecords, objects: {}, fields: {}, rights: [] },
  })
  for (const one of [lin, bo])
    await admin.put(`/role-assignments/${await ownId(one)}`, { roleIds: [role.record.id] })
  const members = [{ kind: 'user', id: await ownId(lin) }]
  const pool = (await admin.post('/pools', { object: 'lead', name: '公海', fields: [], members })).record
  const [hers, his] = [await listenAs(server, lin), await listenAs(server, bo)]
  const news = { event: 'pool', data: { pool: pool.id, object: 'lead' } }
  const heard = () => hers.seen.filter(pooled)

  const free = (await admin.post('/records/lead', { name: 'Free', ownerId: null })).record
  const path = `/records/lead/${free.id}`
  const steps = [
    () => Promise.resolve(),
    () => admin.patch(path, { name: 'Freer' }),
    () => admin.patch(path, { ownerId: null, name: 'Freest' }),
    () => admin.patch(path, { name: 'Taken', ownerId: members[0]!.id }),
    () => admin.patch(path, { ownerId: null }),
    () => admin.delete(path),
  ]
  for (const [index, step] of steps.entries()) {
    await step()
    await hers.next((one) => pooled(one) && heard().length > index)
    expect(heard()).toHaveLength(index + 1)
  }
  expect(heard()).toEqual(steps.map(() => expect.objectContaining(news)))
  const again = await listenAs(server, lin, { 'last-event-id': '0' })
  expect(await again.next(pooled)).toMatchObject(news)
  again.close()

  await admin.post('/records/lead', { name: 'Owned', ownerId: await ownId(bo) })
  await his.next(({ data }) => data.object === 'lead')
  await admin.post('/records/company', { name: 'No lead', ownerId: null })
  const shown = (await lin.post('/records/lead', { name: 'Hers' })).record
  await hers.next(({ data }) => data.recordId === shown.id)
  expect(heard()).toHaveLength(steps.length)
  expect(his.seen.filter(pooled)).toEqual([])
  hers.close()
  his.close()
})
