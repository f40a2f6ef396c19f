import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPreferences } from '#server/core/preferences/list-preferences.ts'
import { listenAs } from '#test/support/event-stream.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let mei: Client

beforeAll(async () => {
  server = await startTestServer()
  mei = await server.addMember('Mei', 'member')
})
afterAll(() => server.stop())

const all = async (client: Client) => (await client.get('/preferences')).body.data

test('any JSON is given back as it was set, to that member alone', async () => {
  const values = {
    density: 'compact',
    flag: false,
    home: { blocks: [{ kind: 'list', filter: 'name = "\t😀"' }], wide: null },
    'navigation.pinned': [],
    nothing: null,
    number: 1.5,
  }
  for (const [key, value] of Object.entries(values))
    expect((await mei.put(`/preferences/${key}`, JSON.stringify(value))).status).toBe(204)
  expect(await all(mei)).toEqual(values)
  expect((await mei.get('/preferences')).text).toContain(JSON.stringify(values.home))
  expect(await all(server.session)).toEqual({})
  await mei.put('/preferences/density', '"comfortable"')
  for (const again of [1, 2])
    expect([again, (await mei.delete('/preferences/flag')).status]).toEqual([again, 204])
  expect(await all(mei)).toMatchObject({ density: 'comfortable' })
  expect(await all(mei)).not.toHaveProperty('flag')
})

test('a key acts for the member who made it; who is no member has none', async () => {
  expect((await server.key.put('/preferences/byKey', '1')).status).toBe(204)
  expect(await all(server.session)).toEqual({ byKey: 1 })
  const [row] = await server.kith.registry.list()
  const nobody = await server.kith.systemContext(await server.kith.registry.get(row!.id))
  await expect(listPreferences(nobody)).rejects.toMatchObject({ code: 'not_permitted' })
})

test('is told to the member’s other tabs', async () => {
  const [own, other] = [await listenAs(server, mei), await listenAs(server, server.session)]
  await mei.put('/preferences/density', '"compact"')
  expect(await own.next(({ event }) => event === 'preferences')).toMatchObject({ data: {}, id: undefined })
  await server.session.post('/views', { object: 'company', name: 'mine' })
  await mei.post('/views', { object: 'company', name: 'hers' })
  await mei.post('/views', { object: 'deal', name: 'for all', shared: true })
  const ofViews = ({ event }: { event: string }) => event === 'views'
  expect((await own.next(ofViews)).data).toEqual({ object: 'company' })
  expect((await own.next(ofViews)).data).toEqual({ object: 'deal' })
  await other.next(({ event, data }) => event === 'views' && data.object === 'deal')
  expect(other.seen.map(({ event, data }) => [event, data.object])).toEqual([
    ['views', 'company'],
    ['views', 'deal'],
  ])
  for (const stream of [own, other]) stream.close()
})

test('a key that is none, what is too large, too much, or nothing at all is refused', async () => {
  for (const key of ['Density', 'a b', '9', `a${'b'.repeat(61)}`, 'a%2Fb'])
    expect((await mei.put(`/preferences/${key}`, '1')).status).toBe(400)
  expect((await mei.put('/preferences/none')).status).toBe(400)
  const large = await mei.put('/preferences/large', { text: '字'.repeat(22_000) })
  expect(large).toMatchObject({ status: 413, body: { code: 'preference_too_large' } })
  const member = await server.addMember('Many', 'member')
  for (let count = 0; count < 200; count++) await member.put(`/preferences/key${count}`, String(count))
  expect(await member.put('/preferences/more', '1')).toMatchObject({
    status: 400,
    body: { code: 'too_many_preferences' },
  })
  expect((await member.put('/preferences/key7', '"changed"')).status).toBe(204)
  expect((await server.stranger.get('/preferences')).status).toBe(401)
})

test('nothing was logged', () => {
  expect(server.logged).toEqual([])
})
