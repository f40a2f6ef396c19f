import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenAs } from '#test/support/event-stream.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let client: Client

beforeAll(async () => {
  server = await startTestServer()
  client = server.key
})
afterAll(() => server.stop())

const listen = (headers: Record<string, string> = {}) => listenAs(server, client, headers)

test('since=0 begins at the start; pages give each entry once and then nothing', async () => {
  const made = (await client.post('/records/product', [{ name: 'a' }, { name: 'b' }, { name: 'c' }])).records
  await client.patch(`/records/product/${made[0]!.id}`, { name: 'a2' })
  const seen: number[] = []
  let since = '0'
  for (let more = true; more; ) {
    const page = await client.get('/changes', { since, limit: 3 })
    expect(page.records.length).toBeLessThanOrEqual(3)
    seen.push(...page.records.map(({ seq }) => Number(seq)))
    since = page.body.nextCursor ?? ''
    more = page.body.hasMore
  }
  expect(seen).toHaveLength(await server.countChanges())
  expect(new Set(seen).size).toBe(seen.length)
  const quiet = await client.get('/changes', { since })
  expect(quiet.body).toMatchObject({ data: [], hasMore: false })
  await client.delete(`/records/product/${made[1]!.id}`)
  const news = await client.get('/changes', { since: quiet.body.nextCursor ?? '' })
  expect(news.records).toMatchObject([
    { action: 'delete', object: 'product', recordId: made[1]!.id, version: 2 },
  ])
})

test('a transaction that was open while others committed is given once it commits', async () => {
  const { nextCursor } = (await client.get('/changes', { since: '0', limit: 5_000 })).body
  const slow = await server.pool.connect()
  await slow.query('begin')
  await slow.query(
    `insert into ${server.schema}._change (object, record, version, action, source) values ('product', gen_random_uuid(), 7, 'update', 'api')`,
  )
  const { id } = (await client.post('/records/product', { name: 'quick' })).record
  const first = await client.get('/changes', { since: nextCursor ?? '' })
  expect(first.records.map(({ recordId }) => recordId)).toEqual([id])
  await slow.query('commit')
  slow.release()
  const second = await client.get('/changes', { since: first.body.nextCursor ?? '' })
  expect(second.records).toMatchObject([{ version: 7, action: 'update' }])
})

test('events come as they happen, a reader that was cut off misses nothing, and metadata tell of themselves', async () => {
  const stream = await listen()
  expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
  const { id } = (await client.post('/records/product', { name: 'live' })).record
  const created = await stream.next(({ data }) => data.recordId === id)
  expect(created).toMatchObject({ event: 'change', data: { action: 'create', after: { name: 'live' } } })
  const cursor = created.id ?? ''
  expect(cursor).not.toBe('')

  await client.post('/objects/product/fields', { name: 'liveField', type: 'text' })
  expect(await stream.next(({ event }) => event === 'metadata')).toMatchObject({
    data: { version: expect.any(Number) },
  })
  stream.close()

  await client.patch(`/records/product/${id}`, { name: 'while away' })
  const resumed = await listen({ 'last-event-id': cursor })
  await client.patch(`/records/product/${id}`, { name: 'back' })
  await resumed.next(({ data }) => (data.after as { name?: string } | null)?.name === 'back')
  const names = resumed.seen.flatMap(({ data }) => (data.recordId === id ? [data.after] : []))
  expect(names).toEqual([{ name: 'while away' }, { name: 'back' }])
  resumed.close()
})

test('a stream from nonsense or for nobody is refused as any request', async () => {
  const nonsense = await client.get('/events', {}, { 'last-event-id': 'zzz' })
  expect(nonsense).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } })
  expect((await server.stranger.get('/events')).status).toBe(401)
})
