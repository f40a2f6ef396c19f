import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import {
  allRecords,
  type Caller,
  callerAt,
  changesSince,
  cookieOf,
  firstRun,
  founder,
  keyHeaders,
  sessionHeaders,
} from './support/caller.ts'
import { type ServerProcess, startServer, until } from './support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-two-'))
let database: TestDatabase
let servers: ServerProcess[] = []
let one: Caller
let other: Caller
let session: string

beforeAll(async () => {
  database = await createTestDatabase()
  const start = (name: string) =>
    startServer({
      KITH_DATA: join(folder, name),
      PORT: '0',
      DATABASE_URL: database.url,
      KITH_SECRET: 'one secret that both processes share with each other',
    })
  servers = [await start('one'), await start('other')]
  const { cookie, key } = await firstRun(servers[0]!.address)
  session = cookie
  one = callerAt(servers[0]!.address, keyHeaders(key))
  other = callerAt(servers[1]!.address, keyHeaders(key))
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGTERM')))
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** @throws with the whole answer where it is none that was hoped for */
async function done(answer: ReturnType<Caller['send']>) {
  const { status, text } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

test('objects and fields made through one process are known to the other with the answer', async () => {
  const label = { en: 'x', 'zh-CN': 'x', 'zh-TW': 'x' }
  for (let round = 0; round < 5; round++) {
    const [maker, writer] = round % 2 === 0 ? [one, other] : [other, one]
    const name = `thing${round}`
    await done(
      maker.send('POST', '/objects', { name, label, fields: [{ name: 'name', type: 'text', label }] }),
    )
    const { data } = await done(writer.send('POST', `/records/${name}`, { name: 'first' }))
    await done(maker.send('POST', `/objects/${name}/fields`, { name: 'size', type: 'number', label }))
    const changed = await done(writer.send('PATCH', `/records/${name}/${data.id}`, { size: 4 }))
    expect(changed.data).toMatchObject({ name: 'first', size: 4 })
    const listed = await done(writer.send('GET', `/records/${name}?filter=${encodeURIComponent('size = 4')}`))
    expect(listed.data).toHaveLength(1)
    await done(maker.send('PATCH', `/objects/${name}/fields/size`, { name: 'length' }))
    await done(writer.send('PATCH', `/records/${name}/${data.id}`, { length: 5 }))
  }
})

test('a session and a key that end in one process are dead in the other', async () => {
  const signIn = await fetch(`${one.address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: founder.email, password: founder.password }),
  })
  const cookie = cookieOf(signIn)
  const [here, there] = [one, other].map(({ address }) => callerAt(address, sessionHeaders(cookie)))
  const status = async (caller: Caller) => (await caller.send('GET', '/records/product?limit=1')).status
  expect([await status(here!), await status(there!)]).toEqual([200, 200])
  await done(here!.send('POST', '/auth/sign-out'))
  expect(await status(here!)).toBe(401)
  await until(async () => (await status(there!)) === 401, 2_000)

  const founderThere = callerAt(other.address, sessionHeaders(session))
  const { id, key } = await done(founderThere.send('POST', '/auth/keys', { name: 'passing' }))
  const byKey = callerAt(one.address, keyHeaders(key))
  expect(await status(byKey)).toBe(200)
  await done(founderThere.send('DELETE', `/auth/keys/${id}`))
  await until(async () => (await status(byKey)) === 401, 2_000)
})

test('events of writes through either process reach the subscribers of both', async () => {
  const listeners = await Promise.all([one, other].map((caller) => listen(caller)))
  try {
    const { data: first } = await done(one.send('POST', '/records/product', { name: 'through one' }))
    const { data: second } = await done(other.send('POST', '/records/product', { name: 'through the other' }))
    for (const { heard } of listeners)
      await until(async () => [first.id, second.id].every((id: string) => heard().includes(id)), 5_000)
  } finally {
    for (const { stop } of listeners) await stop()
  }
})

test('what is due is told once, by either process, and the streams of both say so', async () => {
  const listeners = await Promise.all([one, other].map((caller) => listen(caller)))
  try {
    const remindAt = new Date(Date.now() - 1_000).toISOString()
    const subjects = Array.from({ length: 20 }, (_, index) => `task ${index}`)
    for (const [index, subject] of subjects.entries())
      await done((index % 2 === 0 ? one : other).send('POST', '/records/task', { subject, remindAt }))
    await done(one.send('PUT', '/presence', { tab: 'here', object: 'task' }))
    const told = async () => (await done(other.send('GET', '/notifications?limit=200'))).data
    await until(async () => (await told()).length >= subjects.length)
    for (const { heard } of listeners)
      await until(async () =>
        ['event: notification\ndata: {"unread":20}', 'event: presence\ndata: {"object":"task"}'].every(
          (event) => heard().includes(event),
        ),
      )
    expect((await told()).map(({ title }: { title: string }) => title).sort()).toEqual(subjects.sort())
  } finally {
    for (const { stop } of listeners) await stop()
  }
})

const records = 50
const updates = 5_000
const atOnce = 24

test('5,000 concurrent updates of the same 50 records through both lose nothing', async () => {
  const { cursor } = await changesSince(one, '0', 5_000)
  const made = await done(
    one.send(
      'POST',
      '/records/company',
      Array.from({ length: records }, (_, index) => ({ name: `c${index}` })),
    ),
  )
  const ids: string[] = made.data.map(({ id }: { id: string }) => id)
  let next = 0
  const worker = async () => {
    for (let turn = next++; turn < updates; turn = next++) {
      const id = ids[(turn * 7) % records]
      await done((turn % 2 === 0 ? one : other).send('PATCH', `/records/company/${id}`, { name: `u${turn}` }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const versions = (await allRecords(other, 'company', 'name,version')).map(({ version }) => version)
  expect(versions).toEqual(Array.from({ length: records }, () => 1 + updates / records))
  const { entries } = await changesSince(other, cursor, 5_000)
  for (const id of ids) {
    const seen = entries.filter(({ recordId }) => recordId === id).map(({ version }) => version)
    expect(seen).toEqual(Array.from({ length: 1 + updates / records }, (_, index) => index + 1))
  }
}, 180_000)

async function listen({ address }: Caller) {
  const stop = new AbortController()
  const answer = await fetch(`${address}/api/v1/events`, {
    headers: sessionHeaders(session),
    signal: stop.signal,
  })
  expect(answer.status).toBe(200)
  let said = ''
  const reading = (async () => {
    for await (const piece of answer.body ?? []) said += Buffer.from(piece).toString()
  })().catch(() => {})
  return {
    heard: () => said,
    stop: async () => {
      stop.abort()
      await reading
    },
  }
}
