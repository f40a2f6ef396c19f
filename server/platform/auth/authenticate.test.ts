import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { uuidv7 } from '#shared/uuid.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import type { Identity } from './index.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { type AuthProcess, secret, startAuth } from './testing/start-auth.ts'

let database: TestDatabase
let server: AuthProcess
let other: AuthProcess
let browser: Browser
let identity: Identity

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startAuth(database.url)
  other = await startAuth(database.url)
  await openBrowser(server.app).post('first-run', firstRun)
})
afterAll(async () => {
  await server.stop()
  await other.stop()
  await database.drop()
})
beforeEach(async () => {
  browser = openBrowser(server.app)
  await browser.post('sign-in', { identifier: firstRun.email, password: firstRun.password })
  const found = await server.auth.authenticate({ cookie: browser.cookie })
  identity = found!
})

const cookieValue = (cookie: string | undefined) => cookie!.slice('kith.session_token='.length)
const asked = (text: string, process = server) =>
  process.auth.authenticate({ cookie: `kith.session_token=${text}` })
const sign = (token: string, key = secret) =>
  encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`)
const tokenOf = (cookie: string | undefined) => decodeURIComponent(cookieValue(cookie)).split('.')[0]!

test('a session tells account, workspace, user, actor and role', async () => {
  const [membership] = await server.auth.membershipsOf(identity.accountId)
  expect(identity).toEqual({
    kind: 'session',
    sessionId: expect.any(String),
    providerId: null,
    restricted: false,
    ...membership,
    role: 'admin',
  })
})

test('a known credential is answered without waiting', () => {
  const answer = server.auth.authenticate({ cookie: `theme=dark; ${browser.cookie}; more=1` })
  expect(answer).toEqual(identity)
})

test('nobody is asked for without credentials', () => {
  expect(server.auth.authenticate({})).toBeNull()
  expect(server.auth.authenticate({ cookie: 'theme=dark; xkith.session_token=abc' })).toBeNull()
})

describe('a cookie that is not ours', () => {
  test.each<[string, (value: string, token: string) => string]>([
    ['empty', () => ''],
    ['without a signature', (_, token) => token],
    ['with an empty signature', (_, token) => `${token}.`],
    ['signed with another secret', (_, token) => sign(token, 'another secret')],
    ['with a changed token', (value) => value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))],
    ['with a signature cut short', (value) => value.slice(0, -6)],
    ['with something behind it', (value) => `${value}x`],
    ['of a token that never was, well signed', () => sign('forged')],
    ['percent-encoded wrongly', () => '%E0%A4%A'],
    ['very long', () => 'x'.repeat(10_000)],
  ])('%s', async (_, change) => {
    const value = cookieValue(browser.cookie)
    const changed = change(value, tokenOf(browser.cookie))
    expect(changed).not.toBe(value)
    expect(await asked(changed)).toBeNull()
  })
})

test('an expired session proves nobody', async () => {
  await server.pool.query(
    `update kith.session set expires_at = now() - interval '1 second' where token = $1`,
    [tokenOf(browser.cookie)],
  )
  expect(await asked(cookieValue(browser.cookie), other)).toBeNull()
})

test('a session in use is prolonged, once a day', async () => {
  const remaining = async (set?: string) => {
    const { rows } = await server.pool.query<{ days: number }>(
      set === undefined
        ? 'select extract(epoch from expires_at - now())::float8 / 86400 days from kith.session where token = $1'
        : `update kith.session set expires_at = now() + interval '${set}' where token = $1 returning 0 days`,
      [tokenOf(browser.cookie)],
    )
    return Math.round(rows[0]!.days * 10) / 10
  }
  await remaining('29 days 1 hour')
  await asked(cookieValue(browser.cookie), other)
  expect(await remaining()).toBe(29)
  await remaining('3 days')
  const third = await startAuth(database.url)
  await asked(cookieValue(browser.cookie), third)
  await third.stop()
  expect(await remaining()).toBe(30)
  const { cookies } = await browser.get('session')
  expect(cookies[0]).toMatch(/Max-Age=2592000/)
})

const signedIn = async (process: AuthProcess) => {
  const { email: identifier, password } = firstRun
  const outcome = await process.auth.signIn({ identifier, password, address: '192.0.2.1' })
  if ('ticket' in outcome) throw new Error('a second step is asked for')
  return outcome
}

test('signing in clears the expired sessions away', async () => {
  await server.pool.query(`update kith.session set expires_at = now() - interval '1 second'`)
  await signedIn(server)
  expect((await server.pool.query('select from kith.session')).rowCount).toBe(1)
})

test('an https installation has a cookie that is sent over https alone', async () => {
  const secure = await startAuth(database.url, {}, { publicUrl: 'https://kith.test' })
  const { cookies } = await signedIn(secure)
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/^__Secure-kith\.session_token=.*; Secure/)
  const cookie = cookies[0]!.split(';', 1)[0]
  const { rows } = await server.pool.query(
    'select host(address::inet) address, user_agent from kith.session order by created_at desc limit 1',
  )
  expect(rows[0]).toEqual({ address: '192.0.2.1', user_agent: '' })
  expect(await secure.auth.authenticate({ cookie })).toMatchObject({ kind: 'session' })
  expect(await server.auth.authenticate({ cookie })).toBeNull()
  const replaced = await secure.auth.changePassword({
    accountId: identity.accountId,
    sessionId: uuidv7(),
    currentPassword: firstRun.password,
    newPassword: firstRun.password,
    address: '192.0.2.1',
  })
  expect(replaced[0]).toMatch(/^__Secure-kith/)
  expect(await secure.auth.signOut(replaced[0]!.split(';', 1)[0])).toEqual([
    '__Secure-kith.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
  ])
  await secure.stop()
})

describe('another process, whose clock stands still,', () => {
  beforeEach(() => {
    // So that nothing is forgotten for its age; fake timers would move on with every poll.
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    return () => clock.mockRestore()
  })
  const seen = (cookie: string | undefined) => other.auth.authenticate({ cookie })
  const lost = (cookie: string | undefined) => expect.poll(() => seen(cookie), { timeout: 10_000 }).toBeNull()

  test('hears of a sign-out', async () => {
    const { cookie } = browser
    expect(await seen(cookie)).toEqual(identity)
    await browser.post('sign-out')
    await lost(cookie)
  })

  test('looks anew when messages may have been missed', async () => {
    const { cookie } = browser
    expect(await seen(cookie)).toEqual(identity)
    await server.pool.query('delete from kith.session where token = $1', [tokenOf(cookie)])
    expect(await seen(cookie)).toEqual(identity)
    await server.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'kith listener'`,
    )
    await lost(cookie)
  })

  test('hears of a changed password', async () => {
    const { cookie } = browser
    await seen(cookie)
    const change = (currentPassword: string, newPassword: string) =>
      browser.post('password', { currentPassword, newPassword })
    await change(firstRun.password, 'quite another one')
    await lost(cookie)
    await change('quite another one', firstRun.password)
  })

  test('hears of another open workspace', async () => {
    await seen(browser.cookie)
    const { workspaceName, language, timeZone, currency } = firstRun
    const { body } = await browser.post('workspaces', { workspaceName, language, timeZone, currency })
    await expect
      .poll(() => seen(browser.cookie), { timeout: 10_000 })
      .toMatchObject({ workspaceId: body.workspaceId })
    await browser.post('workspace', { workspaceId: identity.workspaceId })
    await expect.poll(() => seen(browser.cookie), { timeout: 10_000 }).toEqual(identity)
  })

  test('hears of an ended membership, sessions and keys alike', async () => {
    const { accountId, workspaceId, actorId, role } = identity
    const { key } = await server.auth.createKey({
      ...{ accountId, workspaceId, actorId, name: 'Export' },
      ...{ grant: { roleId: null, readOnly: false, objects: null }, expiresInDays: null },
    })
    const headers = { authorization: `Bearer ${key}` }
    await seen(browser.cookie)
    await other.auth.authenticate(headers)
    await server.auth.deactivateMembership(accountId, workspaceId)
    await lost(browser.cookie)
    await expect.poll(() => other.auth.authenticate(headers), { timeout: 10_000 }).toBeNull()
    // Who comes back makes other keys: those of before may be anywhere by now.
    await server.auth.reactivateMembership(accountId, workspaceId, role)
    expect(await other.auth.authenticate(headers)).toBeNull()
  })
})
