import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { codeAt, stepAt } from './factors/totp.ts'
import type { AuthEvent } from './index.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { fromBase32 } from './testing/from-base32.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

let database: TestDatabase
let server: AuthProcess
let owner: Browser
const events: AuthEvent[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startAuth(database.url, {}, { onEvent: (event) => events.push(event) })
  owner = openBrowser(server.app)
  await owner.post('first-run', firstRun)
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})
beforeEach(async () => {
  events.length = 0
  await server.pool.query('delete from kith.sign_in_attempt; delete from kith.authenticator_app')
  // So that no step ends between two lines of a test.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  return () => void clock.mockRestore()
})

const data = async <T>(answer: Promise<{ body: unknown }>) => ((await answer).body as { data: T }).data

/** Sets an app up; the code that confirmed it is of the step before, so that the present one is still good. */
async function enable() {
  const { secret, address } = await data<{ secret: string; address: string }>(owner.post('authenticator-app'))
  const key = fromBase32(secret)
  const step = stepAt(Date.now())
  const confirm = (code: string) => owner.post('authenticator-app/confirm', { code })
  const { recoveryCodes } = await data<{ recoveryCodes: string[] }>(confirm(codeAt(key, step - 1)))
  return { key, step, address, recoveryCodes }
}

const begin = async () => {
  const browser = openBrowser(server.app)
  const { email: identifier, password } = firstRun
  const { body, cookies } = await browser.post('sign-in', { identifier, password })
  const { ticket } = (body as unknown as { secondStep: { ticket: string } }).secondStep
  const enter = async (code: string, used = ticket) => {
    const answer = await browser.post('sign-in/code', { ticket: used, code })
    return answer.status === 200 ? 'in' : answer.body.code
  }
  return { browser, cookies, ticket, enter }
}

test('an app is set up, asked for after the password, and taken away', async () => {
  const { key, step, address, recoveryCodes } = await enable()
  expect(address).toMatch(
    /^otpauth:\/\/totp\/Kith%3Awang\.fang%40example\.com\?secret=[A-Z2-7]{32}&issuer=Kith$/,
  )
  expect(new Set(recoveryCodes).size).toBe(10)
  expect((await owner.get('factors')).body).toMatchObject({
    data: { hasPassword: true, app: { recoveryCodesLeft: 10 }, passkeys: [] },
  })
  const { browser, cookies, enter } = await begin()
  expect(cookies).toEqual([])
  expect((await browser.get('session')).status).toBe(401)
  expect(await enter(codeAt(key, step))).toBe('in')
  expect((await browser.get('session')).body.user.name).toBe('王芳')
  expect((await owner.delete('authenticator-app')).status).toBe(204)
  expect((await owner.delete('authenticator-app')).body.code).toBe('totp_missing')
  const { email: identifier, password } = firstRun
  expect((await openBrowser(server.app).post('sign-in', { identifier, password })).body.account.name).toBe(
    '王芳',
  )
  const kinds = events.map(({ kind, method }) => `${kind} ${method}`)
  expect(kinds).toEqual(['totpEnabled totp', 'signIn totp', 'totpDisabled totp', 'signIn password'])
})

test('no code counts twice, nor one before the last; a wrong one is told apart in the event alone', async () => {
  const { key, step } = await enable()
  const first = await begin()
  // One step ahead: the phone's clock.
  expect(await first.enter(codeAt(key, step + 1))).toBe('in')
  const second = await begin()
  for (const away of [1, 0, -1]) expect(await second.enter(codeAt(key, step + away))).toBe('invalid_code')
  expect(events.at(-1)).toMatchObject({ kind: 'signInFailed', method: 'totp', reason: 'wrong_or_used_code' })
})

test('two that send one code at once: one gets in', async () => {
  const { key, step } = await enable()
  const tries = [await begin(), await begin(), await begin()]
  const outcomes = await Promise.all(tries.map(({ enter }) => enter(codeAt(key, step))))
  expect(outcomes.sort()).toEqual(['in', 'invalid_code', 'invalid_code'])
})

test('a recovery code opens once, however it is typed', async () => {
  const { recoveryCodes } = await enable()
  const [code = '', other = ''] = recoveryCodes
  expect(await (await begin()).enter(` ${code.toUpperCase().replace('-', ' ')} `)).toBe('in')
  expect(events.map(({ kind }) => kind)).toContain('recoveryCodeUsed')
  expect(await (await begin()).enter(code)).toBe('invalid_code')
  const again = await begin()
  expect(await again.enter(other)).toBe('in')
  expect((await owner.get('factors')).body).toMatchObject({ data: { app: { recoveryCodesLeft: 8 } } })
  const renewed = await data<{ recoveryCodes: string[] }>(owner.post('recovery-codes'))
  expect(renewed.recoveryCodes).toHaveLength(10)
  expect(await (await begin()).enter(recoveryCodes[2] ?? '')).toBe('invalid_code')
  const { rows } = await server.pool.query('select encode(digest, $1) text from kith.recovery_code', [
    'escape',
  ])
  expect(JSON.stringify(rows)).not.toContain(renewed.recoveryCodes[0]?.replace('-', ''))
})

test('a ticket serves one sign-in, of its own purpose, unchanged and in time', async () => {
  const { recoveryCodes } = await enable()
  const { ticket, enter } = await begin()
  const [one = '', two = ''] = recoveryCodes
  for (const forged of ['', 'x', `${ticket}x`, ticket.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))])
    expect(await enter(one, forged)).toBe('invalid_code')
  expect(events.at(-1)).toMatchObject({ accountId: null, reason: 'sign_in_forged' })
  expect(await enter(one)).toBe('in')
  expect(await enter(two)).toBe('invalid_code')
  expect(events.at(-1)).toMatchObject({ kind: 'signInFailed', reason: 'sign_in_replayed' })
})

test('codes cannot be guessed: five attempts, then a wait that a restart does not end', async () => {
  const { key, step } = await enable()
  const { enter, ticket } = await begin()
  const codes = await Promise.all(Array.from({ length: 8 }, () => enter('000000')))
  expect(codes.filter((code) => code === 'invalid_code')).toHaveLength(5)
  expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(3)
  const restarted = await startAuth(database.url)
  const code = codeAt(key, step)
  const answer = await openBrowser(restarted.app).post('sign-in/code', { ticket, code })
  expect(answer.body.code).toBe('too_many_requests')
  await restarted.stop()
})

test('the secret is kept sealed, and nothing secret is told', async () => {
  const { key, recoveryCodes } = await enable()
  const { rows } = await server.pool.query<{ secret: Buffer }>('select secret from kith.authenticator_app')
  expect(rows[0]?.secret.includes(key)).toBe(false)
  expect(JSON.stringify(events)).not.toContain(recoveryCodes[0])
})

test('an app is set up once, and confirmed only by its own code', async () => {
  const { recoveryCodes } = await enable()
  expect((await owner.post('authenticator-app')).body.code).toBe('totp_enabled')
  expect((await owner.post('authenticator-app/confirm', { code: '000000' })).body.code).toBe('totp_enabled')
  await owner.delete('authenticator-app')
  expect((await owner.post('authenticator-app/confirm', { code: '000000' })).body.code).toBe('invalid_code')
  await owner.post('authenticator-app')
  for (const code of ['000000', recoveryCodes[0]])
    expect((await owner.post('authenticator-app/confirm', { code })).body.code).toBe('invalid_code')
  expect((await owner.get('factors')).body).toMatchObject({ data: { app: null } })
  expect((await owner.post('recovery-codes')).body.code).toBe('totp_missing')
})
