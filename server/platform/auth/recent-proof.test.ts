import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { sampleOf } from '#test/support/sample.ts'
import { codeAt, stepAt } from './factors/totp.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { fromBase32 } from './testing/from-base32.ts'
import { openPasskeyDevice } from './testing/passkey-device.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

const place = { origin: 'https://kith.test', host: 'kith.test' }
let database: TestDatabase
let server: AuthProcess
let owner: Browser

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startAuth(database.url, {}, { publicUrl: place.origin })
  owner = openBrowser(server.app)
  await owner.post('first-run', firstRun)
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})
beforeEach(async () => {
  await server.pool.query('delete from kith.sign_in_attempt')
})

const grow = (minutes: number) =>
  server.pool.query(`update kith.session set proved_at = now() - $1 * interval '1 minute'`, [minutes])
const dataOf = <T>(body: unknown) => (body as { data: T }).data
const makeKey = async () => (await owner.post('keys', { name: 'x' })).status

test('ten minutes after a sign-in a dangerous act asks who sits there', async () => {
  await grow(9)
  expect(await makeKey()).toBe(201)
  await grow(11)
  const answer = await owner.post('keys', { name: 'x' })
  expect([answer.status, answer.body.code]).toEqual([403, 'proof_required'])
  expect((await owner.post('proof', { password: 'a guess' })).body.code).toBe('invalid_credentials')
  expect(await makeKey()).toBe(403)
  expect((await owner.post('proof', { password: firstRun.password })).status).toBe(204)
  expect(await makeKey()).toBe(201)
})

test('a session from before proofs were known has none', async () => {
  await server.pool.query('update kith.session set proved_at = null')
  expect(await makeKey()).toBe(403)
  await owner.post('proof', { password: firstRun.password })
})

test('a code proves it too, and a passkey, each once', async () => {
  const { secret } = dataOf<{ secret: string }>((await owner.post('authenticator-app')).body)
  const key = fromBase32(secret)
  // So that no step ends between two lines.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  const step = stepAt(Date.now())
  await owner.post('authenticator-app/confirm', { code: codeAt(key, step - 1) })
  const device = openPasskeyDevice(place)
  const created = device.create(dataOf((await owner.post('passkeys/options')).body))
  await owner.post('passkeys', { name: 'x', response: created })

  await grow(11)
  expect((await owner.post('proof', { code: codeAt(key, step) })).status).toBe(204)
  expect((await owner.post('proof', { code: codeAt(key, step) })).body.code).toBe('invalid_code')
  await grow(11)
  const response = device.get(dataOf((await owner.post('proof/passkey/options')).body))
  expect((await owner.post('proof', { response })).status).toBe(204)
  expect((await owner.post('proof', { response })).body.code).toBe('passkey_refused')
  expect(await makeKey()).toBe(201)
  clock.mockRestore()
})

test('a proof is for the session that asked', async () => {
  const device = openPasskeyDevice(place)
  const created = device.create(dataOf((await owner.post('passkeys/options')).body))
  await owner.post('passkeys', { name: 'y', response: created })
  const response = device.get(dataOf((await owner.post('proof/passkey/options')).body))
  const other = openBrowser(server.app)
  const options = dataOf<{ challenge: string }>((await other.post('sign-in/passkey/options')).body)
  await other.post('sign-in/passkey', { response: device.get(options) })
  expect((await other.post('proof', { response })).body.code).toBe('passkey_refused')
})

test('guesses are counted as those of a sign-in are', async () => {
  const guess = async () => (await owner.post('proof', { password: 'a guess' })).body.code
  const codes = await Promise.all(Array.from({ length: 12 }, guess))
  expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(2)
})

test('every contract that asks for a recent proof gets one, and behind a key nobody sits', async () => {
  await owner.post('proof', { password: firstRun.password })
  const { body: made } = await owner.post('keys', { name: 'program' })
  await grow(11)
  const contracts = server.app.contracts.filter(({ recentProof }) => recentProof === true)
  expect(contracts.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'key.create',
      'session.end',
      'session.endOthers',
      'factor.removeApp',
      'factor.addPasskey',
    ]),
  )
  const payloads: Record<string, object> = {
    'key.create': { name: 'x' },
    'signInPolicy.set': usualSignInPolicy,
    'factor.confirmApp': { code: '123456' },
    'factor.addPasskey': {
      name: 'x',
      response: openPasskeyDevice(place).create({ challenge: 'x' }),
    },
  }
  for (const { name, method, path, body } of contracts) {
    const url = `/api/v1${path.replace(/:\w+/, '0199c0de-0000-7000-8000-000000000000')}`
    const ask = async (headers: Record<string, string>) => {
      const payload = payloads[name] ?? (body === undefined ? undefined : (sampleOf(body) as object))
      const answer = await server.app.inject({ method, url, headers, ...(payload && { payload }) })
      return [name, answer.json().code]
    }
    const page = { cookie: owner.cookie ?? '', 'sec-fetch-site': 'same-origin' }
    expect(await ask(page)).toEqual([name, 'proof_required'])
    expect(await ask({ authorization: `Bearer ${made.key}` })).toEqual([name, 'not_permitted'])
  }
})
