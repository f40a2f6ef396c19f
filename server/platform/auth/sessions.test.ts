import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenSessionDocument } from './sessions.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { startAuth } from './testing/start-auth.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

let server: FoundedAuth
let owner: Browser

beforeAll(async () => {
  server = await startFounded()
  owner = server.owner
})
afterAll(() => server.stop())

const listed = async (browser = owner) =>
  ((await browser.get('sessions')).body as unknown as { data: OpenSessionDocument[] }).data

/** Signs in as the owner, without the time that a password takes. */
const open = async (userAgent: string, former?: string) => {
  const account = await server.auth.findAccountByIdentifier(firstRun.email)
  const [cookie = ''] = await server.auth.openSession({
    accountId: account!.id,
    method: 'password',
    client: { address: '192.0.2.7', userAgent },
    former,
  })
  const browser = openBrowser(server.app)
  browser.cookie = cookie.split(';', 1)[0]
  return browser
}

test('one’s sessions are listed, the asking one first, with where they come from and when they were used', async () => {
  const phone = await open('Mobile Safari')
  const sessions = await listed(phone)
  expect(sessions).toHaveLength(2)
  expect(sessions[0]).toMatchObject({
    current: true,
    method: 'password',
    address: '192.0.2.7',
    userAgent: 'Mobile Safari',
  })
  expect(sessions[1]?.current).toBe(false)
  await server.pool.query(`update kith.session set seen_at = now() - interval '1 hour'`)
  const another = await startAuth(server.url)
  await another.auth.authenticate({ cookie: phone.cookie })
  await another.stop()
  const [now, before] = await listed(phone)
  expect(Date.parse(now!.seenAt) - Date.parse(before!.seenAt)).toBeGreaterThan(3_500_000)
  await phone.post('sign-out')
})

test('one is ended, then all others; this one goes on', async () => {
  const [a, b, c] = [await open('a'), await open('b'), await open('c')]
  const id = (await listed()).find(({ userAgent }) => userAgent === 'a')?.id
  expect((await owner.delete(`sessions/${id}`)).status).toBe(204)
  expect((await a.get('session')).status).toBe(401)
  expect((await owner.delete(`sessions/${id}`)).body.code).toBe('not_found')
  expect((await owner.delete('sessions')).body).toEqual({ data: { count: 2 } })
  for (const gone of [b, c]) expect((await gone.get('session')).status).toBe(401)
  expect(await listed()).toHaveLength(1)
})

test('nobody ends a session of others', async () => {
  const [{ id } = { id: '' }] = await listed()
  const account = await server.auth.createAccount({
    name: 'Eve',
    email: 'eve@example.com',
    password: 'evil evil',
  })
  const eve = { accountId: account.id, sessionId: id, workspaceId: id, providerId: null }
  await expect(server.auth.endSession(eve, id, { address: '' })).rejects.toMatchObject({ code: 'not_found' })
  expect(await server.auth.endOtherSessions(eve, { address: '' })).toBe(0)
  expect(await server.auth.listSessions(eve)).toEqual([])
  expect((await owner.get('session')).status).toBe(200)
})

test('who signs in anew in one browser leaves no session behind', async () => {
  const first = await open('x')
  const second = await open('x', first.cookie)
  expect((await first.get('session')).status).toBe(401)
  expect((await second.get('session')).status).toBe(200)
})

test('whoever watches hears of an end in every process at once, and of nobody else’s', async () => {
  const other = await startAuth(server.url)
  const [ended, kept] = [await open('ended'), await open('kept')]
  const heard: string[] = []
  for (const [name, browser] of Object.entries({ ended, kept })) {
    const identity = await other.auth.authenticate({ cookie: browser.cookie })
    other.auth.watch(identity!, () => void heard.push(name))
  }
  await ended.post('sign-out')
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['ended'])
  expect(await other.auth.authenticate({ cookie: ended.cookie })).toBeNull()
  await other.stop()
})
