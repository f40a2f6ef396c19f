import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listenAs, type StreamEvent } from '#test/support/event-stream.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let mei: Client
let lin: Client
let id: string

beforeAll(async () => {
  server = await startTestServer()
  mei = await server.addMember('Mei', 'member')
  lin = await server.addMember('Lin', 'member')
  id = (await mei.post('/records/company', { name: 'Acme' })).record.id
})
afterAll(() => server.stop())
beforeEach(() => server.pool.query(`delete from ${server.schema}._presence`))

const show = async (client: Client, tab: string, place: object) => {
  const answer = await client.put('/presence', { tab, object: 'company', ...place })
  expect(answer.status, answer.text).toBe(200)
  return answer.records.map(({ name }) => name)
}
const seconds = (count: number) =>
  server.pool.query(`update ${server.schema}._presence set seen_at = seen_at - interval '${count} s'`)

test('each other person is there once, with however many tabs; oneself never', async () => {
  expect(await show(mei, 'one', { id })).toEqual([])
  await show(mei, 'two', { id })
  expect(await show(lin, 'tab', { id })).toEqual(['Mei'])
  expect(await show(mei, 'one', { id })).toEqual(['Lin'])
})

test('a list and a record of it are different places', async () => {
  await show(mei, 'one', {})
  expect(await show(lin, 'tab', { id })).toEqual([])
  expect(await show(lin, 'tab', {})).toEqual(['Mei'])
})

test('who moved on, left or fell silent is no longer there', async () => {
  await show(mei, 'one', { id })
  await show(mei, 'one', {})
  expect(await show(lin, 'tab', { id })).toEqual([])
  await show(mei, 'one', { id })
  expect((await mei.delete('/presence?tab=one')).status).toBe(204)
  expect(await show(lin, 'tab', { id })).toEqual([])
  await show(mei, 'one', { id })
  await seconds(44)
  expect(await show(lin, 'tab', { id })).toEqual(['Mei'])
  await seconds(2)
  expect(await show(lin, 'tab', { id })).toEqual([])
})

test('coming and leaving are told to all, a sign of life to nobody', async () => {
  const stream = await listenAs(server, lin)
  const next = async () => (await stream.next(({ event }) => event === 'presence')).data
  await show(mei, 'one', { id })
  expect(await next()).toEqual({ object: 'company', id })
  await show(mei, 'one', { id })
  await show(mei, 'one', {})
  expect([await next(), await next()]).toEqual([{ object: 'company', id }, { object: 'company' }])
  await mei.delete('/presence?tab=one')
  expect(await next()).toEqual({ object: 'company' })
  const told = stream.seen.filter(({ event }: StreamEvent) => event === 'presence')
  expect(told.map((event) => event.id)).toEqual([undefined, undefined, undefined, undefined])
  stream.close()
})

test('a record that is not there has nobody, an object that is not there is refused', async () => {
  expect(await show(mei, 'one', { id: '01980000-0000-7000-8000-0000000000ff' })).toEqual([])
  expect((await mei.put('/presence', { tab: 'one', object: 'nothing' })).body.code).toBe('unknown_object')
  expect((await mei.put('/presence', { tab: 'a b', object: 'company' })).status).toBe(400)
  expect((await server.stranger.put('/presence', { tab: 'one', object: 'company' })).status).toBe(401)
})

test('nothing was logged', () => {
  expect(server.logged).toEqual([])
})
