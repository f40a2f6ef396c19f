import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenAs, type StreamEvent } from '#test/support/event-stream.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let mei: Client
let lin: Client
let linId: string

beforeAll(async () => {
  server = await startTestServer()
  mei = await server.addMember('Mei', 'member')
  lin = await server.addMember('Lin', 'member')
  linId = (await lin.get('/records/user', { filter: 'id = me()' })).records[0]!.id
})
afterAll(() => server.stop())

const ofNotifications = ({ event }: StreamEvent) => event === 'notification'

test('come to the person alone, as an event and in the list, and are marked as read', async () => {
  const [stream, others] = [await listenAs(server, lin), await listenAs(server, mei)]
  const company = (await mei.post('/records/company', { name: '华为', ownerId: linId })).record
  expect(await stream.next(ofNotifications)).toMatchObject({ id: undefined, data: { unread: 1 } })
  const task = { subject: 'Call', assigneeId: linId, remindAt: new Date(Date.now() - 1_000).toISOString() }
  await mei.post('/records/task', task)
  await stream.next(({ event, data }) => event === 'notification' && data.unread === 3)

  const { body } = await lin.get('/notifications')
  expect(body).toMatchObject({ unread: 3, nextCursor: null })
  const { records } = await lin.get('/notifications')
  expect(records.map(({ kind, title }) => [kind, title]).sort()).toEqual([
    ['assignment', 'Call'],
    ['assignment', '华为'],
    ['reminder', 'Call'],
  ])
  const oldest = records.at(-1)!
  expect(oldest).toMatchObject({ object: 'company', recordId: company.id, actor: { name: 'Mei' }, count: 1 })

  const read = await lin.patch(`/notifications/${oldest.id}`, { read: true })
  expect(read.record).toMatchObject({ id: oldest.id, readAt: expect.stringMatching(/Z$/), title: '华为' })
  expect(await stream.next(ofNotifications)).toMatchObject({ data: { unread: 2 } })
  expect((await lin.patch(`/notifications/${oldest.id}`, { read: false })).record.readAt).toBeNull()
  const some = await lin.post('/notifications/read', { ids: [records[0]!.id] })
  expect(some.body.data).toEqual({ unread: 2 })
  expect((await lin.post('/notifications/read', {})).body.data).toEqual({ unread: 0 })
  expect((await lin.get('/notifications', { unread: 'true' })).records).toEqual([])

  await mei.put('/preferences/marker', 1)
  await others.next(({ event }) => event === 'preferences')
  expect(others.seen.filter(ofNotifications)).toEqual([])
  for (const one of [stream, others]) one.close()
})

test('are given in pages, each once', async () => {
  const stream = await listenAs(server, lin)
  for (const name of ['a', 'b', 'c', 'd', 'e']) await mei.post('/records/lead', { name, ownerId: linId })
  await stream.next(({ event, data }) => event === 'notification' && data.unread === 5)
  stream.close()
  const seen: unknown[] = []
  let cursor = ''
  do {
    const page = await lin.get('/notifications', {
      limit: 2,
      unread: 'true',
      ...(cursor !== '' && { cursor }),
    })
    seen.push(...page.records.map(({ title }) => title))
    cursor = page.body.nextCursor ?? ''
  } while (cursor !== '')
  expect(seen).toEqual(['e', 'd', 'c', 'b', 'a'])
})

test('are nobody else’s', async () => {
  const [one] = (await lin.get('/notifications')).records
  const missing = { status: 404, body: { code: 'notification_missing' } }
  expect(await mei.patch(`/notifications/${one!.id}`, { read: true })).toMatchObject(missing)
  expect((await mei.get('/notifications')).body).toMatchObject({ data: [], unread: 0 })
  await mei.post('/notifications/read', { ids: [one!.id] })
  expect((await lin.get('/notifications')).records[0]).toMatchObject({ readAt: null })
})

test.each(['x', 'fA', Buffer.from('2026-13-45 99:00:00+00|x').toString('base64url')])(
  'a cursor that is none is refused (%s)',
  async (cursor) => {
    expect(await lin.get('/notifications', { cursor })).toMatchObject({
      status: 400,
      body: { code: 'invalid_cursor' },
    })
  },
)

test('who was cut off is told at once how many there are', async () => {
  const stream = await listenAs(server, lin)
  await mei.post('/records/product', { name: 'x' })
  const { id = '' } = await stream.next(({ id }) => id !== undefined)
  stream.close()
  const resumed = await listenAs(server, lin, { 'last-event-id': id })
  expect(await resumed.next(ofNotifications)).toMatchObject({ data: { unread: 5 } })
  resumed.close()
})

test('nothing was logged', () => {
  expect(server.logged).toEqual([])
})
