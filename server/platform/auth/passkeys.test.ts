import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import type { AuthEvent } from './index.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { openPasskeyDevice } from './testing/passkey-device.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

const place = { origin: 'https://kith.test', host: 'kith.test' }
type Device = ReturnType<typeof openPasskeyDevice>
type Options = { challenge: string }

let database: TestDatabase
let server: AuthProcess
let owner: Browser
const events: AuthEvent[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startAuth(
    database.url,
    {},
    { publicUrl: place.origin, onEvent: (event) => events.push(event) },
  )
  owner = openBrowser(server.app)
  await owner.post('first-run', firstRun)
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})
beforeEach(async () => {
  events.length = 0
  await server.pool.query('delete from kith.passkey; delete from kith.sign_in_attempt')
})

const optionsOf = async (path: string, browser = openBrowser(server.app)) =>
  ((await browser.post(path)).body as unknown as { data: Options }).data

const add = async (device: Device, name = '工作电脑', twist: Parameters<Device['create']>[1] = {}) => {
  const response = device.create(await optionsOf('passkeys/options', owner), twist)
  return owner.post('passkeys', { name, response })
}
const signIn = async (device: Device, twist: Parameters<Device['get']>[1] = {}) => {
  const browser = openBrowser(server.app)
  const response = device.get(await optionsOf('sign-in/passkey/options'), twist)
  const answer = await browser.post('sign-in/passkey', { response })
  return { browser, response, answer }
}
const reason = () => events.at(-1)?.reason

test('a passkey is added, signs in by itself, gets another name and is removed', async () => {
  const device = openPasskeyDevice(place)
  const added = await add(device)
  expect(added.status).toBe(201)
  const { id } = (added.body as unknown as { data: { id: string } }).data
  const { browser, answer } = await signIn(device)
  expect(answer.body.account.name).toBe('王芳')
  expect((await browser.get('session')).status).toBe(200)
  expect((await owner.patch(`passkeys/${id}`, { name: '手机' })).status).toBe(204)
  expect((await owner.get('factors')).body).toMatchObject({
    data: { passkeys: [{ id, name: '手机', host: 'kith.test', lastUsedAt: expect.any(String) }] },
  })
  expect((await owner.delete(`passkeys/${id}`)).status).toBe(204)
  expect((await signIn(device)).answer.body.code).toBe('passkey_refused')
  expect(reason()).toBe('unknown_passkey')
  const kinds = events.map(({ kind, method }) => `${kind} ${method}`)
  expect(kinds.slice(0, 3)).toEqual(['passkeyAdded passkey', 'signIn passkey', 'passkeyRemoved passkey'])
})

test('an answer counts once', async () => {
  const device = openPasskeyDevice(place)
  await add(device)
  const { response, answer } = await signIn(device)
  expect(answer.status).toBe(200)
  const again = await openBrowser(server.app).post('sign-in/passkey', { response })
  expect([again.status, again.body.code]).toEqual([401, 'passkey_refused'])
  expect(reason()).toBe('challenge_replayed')
})

const elsewhere = { origin: 'https://evil.test', host: 'evil.test' }
test.each<[string, Parameters<Device['get']>[1]]>([
  ['another site', { place: elsewhere }],
  ['another site that claims this host', { place: { ...place, origin: elsewhere.origin } }],
  ['this site with another host', { place: { ...place, host: elsewhere.host } }],
  ['nobody who showed a face, a finger or a number', { verified: false }],
  ['another account’s', { userHandle: 'AAAA' }],
  ['a copy, whose counter stands still', { counter: 1 }],
])('an answer of %s is refused', async (_, twist) => {
  const device = openPasskeyDevice(place)
  await add(device)
  expect((await signIn(device)).answer.status).toBe(200)
  const { browser, answer } = await signIn(device, twist)
  expect([answer.status, answer.body.code]).toEqual([401, 'passkey_refused'])
  expect(browser.cookie).toBeUndefined()
  expect(reason()).toMatch(/^passkey_/)
})

test('a stranger’s signature under a known passkey’s name is refused', async () => {
  const device = openPasskeyDevice(place)
  await add(device)
  const { id, rawId } = device.get(await optionsOf('sign-in/passkey/options'))
  const forged = { ...openPasskeyDevice(place).get(await optionsOf('sign-in/passkey/options')), id, rawId }
  const answer = await openBrowser(server.app).post('sign-in/passkey', { response: forged })
  expect(answer.body.code).toBe('passkey_refused')
  expect(reason()).toBe('passkey_not_verified')
})

test.each([
  ['made up', async () => 'bm90aGluZw'],
  ['of another purpose', async () => (await optionsOf('proof/passkey/options', owner)).challenge],
  ['of a passkey to be made', async () => (await optionsOf('passkeys/options', owner)).challenge],
])('a challenge %s is refused', async (_, challenge) => {
  const device = openPasskeyDevice(place)
  await add(device)
  const response = device.get({ challenge: await challenge() })
  const answer = await openBrowser(server.app).post('sign-in/passkey', { response })
  expect(answer.body.code).toBe('passkey_refused')
  expect(reason()).toBe('challenge_forged')
})

test('a passkey is made for the session that asked, once, and for one account', async () => {
  const device = openPasskeyDevice(place)
  const response = device.create(await optionsOf('passkeys/options', owner))
  const other = (await signInByPassword()).cookie
  const thief = openBrowser(server.app)
  thief.cookie = other
  expect((await thief.post('passkeys', { name: 'x', response })).body.code).toBe('passkey_refused')
  expect((await owner.post('passkeys', { name: 'x', response })).status).toBe(201)
  expect((await owner.post('passkeys', { name: 'x', response })).body.code).toBe('passkey_refused')
  expect((await add(device)).body.code).toBe('passkey_known')
  expect((await add(openPasskeyDevice(place), 'x', { verified: false })).body.code).toBe('passkey_refused')
  expect((await add(openPasskeyDevice(place), 'x', { place: elsewhere })).body.code).toBe('passkey_refused')
})

const signInByPassword = async () => {
  const browser = openBrowser(server.app)
  await browser.post('sign-in', { identifier: firstRun.email, password: firstRun.password })
  return browser
}

test('somebody else’s passkey is nobody’s to change', async () => {
  await add(openPasskeyDevice(place))
  const { rows } = await server.pool.query<{ id: string }>('select id from kith.passkey')
  const account = await server.auth.createAccount({
    name: 'Eve',
    email: 'eve@example.com',
    password: 'evil evil',
  })
  const id = rows[0]?.id ?? ''
  await expect(server.auth.renamePasskey(account.id, id, 'mine')).rejects.toMatchObject({ code: 'not_found' })
  const owned = { accountId: account.id, sessionId: id, client: { address: '192.0.2.1' } }
  await expect(server.auth.removePasskey(owned, id)).rejects.toMatchObject({ code: 'not_found' })
  expect((await server.pool.query('select from kith.passkey')).rowCount).toBe(1)
})
