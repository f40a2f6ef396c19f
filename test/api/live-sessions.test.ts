import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenAs } from '#test/support/event-stream.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const everything = () => false
/** Reads on to the end; a stream that goes on for ever fails by the patience of the test. */
const ended = (stream: Awaited<ReturnType<typeof listenAs>>) =>
  expect(stream.next(everything)).rejects.toThrow('the stream ended')

/** Longer than an identity is remembered, shorter than the beat at which a stream looks by itself. */
const patience = 12_000

test('a stream ends with the session that opened it, and nobody else’s does', {
  timeout: patience,
}, async () => {
  const [mei, bo] = [await server.addMember('Mei', 'member'), await server.addMember('Bo', 'member')]
  const [hers, his] = [await listenAs(server, mei), await listenAs(server, bo)]
  await server.client(mei.headers).post('/auth/sign-out')
  await ended(hers)
  await bo.post('/records/company', { name: 'still there' })
  expect(await his.next(({ event }) => event === 'change')).toBeDefined()
  his.close()
})

test('a stream of a key ends when the key is revoked', { timeout: patience }, async () => {
  const ada = await server.addMember('Ada', 'member')
  const made = await ada.post('/auth/keys', { name: 'sync' })
  const { id, key } = made.body as unknown as { id: string; key: string }
  const program: Client = server.client({ authorization: `Bearer ${key}` })
  const stream = await listenAs(server, program)
  await ada.send('DELETE', `/auth/keys/${id}`)
  await ended(stream)
})
