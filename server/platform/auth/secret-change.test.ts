import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { derivedRing } from '#server/platform/sealing/index.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { codeAt, stepAt } from './factors/totp.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { fromBase32 } from './testing/from-base32.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

const [former, current] = ['what KITH_SECRET was until today', 'what KITH_SECRET is from now on']

let database: TestDatabase
let before: AuthProcess
let after: AuthProcess
let owner: Browser
let recoveryCodes: string[]
let appKey: Buffer

beforeAll(async () => {
  // So that no step ends between two lines of a test.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  database = await createTestDatabase()
  before = await startAuth(database.url, {}, { keys: [former] })
  owner = openBrowser(before.app)
  await owner.post('first-run', firstRun)
  const begun = (await owner.post('authenticator-app')).body as unknown as { data: { secret: string } }
  appKey = fromBase32(begun.data.secret)
  const code = codeAt(appKey, stepAt(Date.now()) - 1)
  const confirmed = (await owner.post('authenticator-app/confirm', { code })).body as unknown as {
    data: { recoveryCodes: string[] }
  }
  recoveryCodes = confirmed.data.recoveryCodes
  after = await startAuth(database.url, {}, { keys: [current, former] })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await before.stop()
  await after.stop()
  await database.drop()
})

/** Signs in by password and a code. */
async function enter(server: AuthProcess, code: string): Promise<number> {
  await server.pool.query('delete from kith.sign_in_attempt')
  const browser = openBrowser(server.app)
  const { email: identifier, password } = firstRun
  const { body } = await browser.post('sign-in', { identifier, password })
  const { ticket } = (body as unknown as { secondStep: { ticket: string } }).secondStep
  return (await browser.post('sign-in/code', { ticket, code })).status
}

test('sessions, apps and recovery codes outlive a change of KITH_SECRET that names the former one', async () => {
  const known = openBrowser(after.app)
  known.cookie = owner.cookie
  expect((await known.get('session')).status).toBe(200)
  expect(await enter(after, codeAt(appKey, stepAt(Date.now())))).toBe(200)
  expect(await enter(after, recoveryCodes[0] ?? '')).toBe(200)
})

test('what was sealed anew needs the former secret no more, and what was not says so', async () => {
  const without = await startAuth(database.url, {}, { keys: [current] })
  expect(await without.auth.reseal()).toEqual({ anew: 0, lost: 1 })
  expect(await after.auth.reseal()).toEqual({ anew: 1, lost: 0 })
  expect(await after.auth.reseal()).toEqual({ anew: 0, lost: 0 })
  expect(await enter(without, codeAt(appKey, stepAt(Date.now()) + 1))).toBe(200)
  expect(await enter(without, recoveryCodes[1] ?? '')).toBe(200)
  const stranger = openBrowser(without.app)
  stranger.cookie = owner.cookie
  expect((await stranger.get('session')).status).toBe(401)
  await without.stop()
})

test('an app and a recovery code of an older installation go on working', async () => {
  const [secret] = derivedRing([current], 'second factors')
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'kith', use, 32))
  const { rows } = await after.pool.query<{ id: string }>('select account_id id from kith.authenticator_app')
  const id = rows[0]?.id ?? ''
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derived('sealing'), nonce).setAAD(
    Buffer.from(`authenticator_app ${id}`),
  )
  const sealed = Buffer.concat([nonce, cipher.update(appKey), cipher.final(), cipher.getAuthTag()])
  const digest = createHmac('sha256', derived('digest')).update(`recovery code\n${id}\nabcdefghjk`).digest()
  await after.pool.query('update kith.authenticator_app set secret = $1, last_step = 0', [sealed])
  await after.pool.query('insert into kith.recovery_code (account_id, digest) values ($1, $2)', [id, digest])
  expect(await after.auth.reseal()).toEqual({ anew: 1, lost: 0 })
  expect(await enter(after, codeAt(appKey, stepAt(Date.now())))).toBe(200)
  expect(await enter(after, 'abcde-fghjk')).toBe(200)
})
