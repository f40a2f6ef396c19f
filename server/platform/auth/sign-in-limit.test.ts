import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

let server: FoundedAuth
let owner: Browser

beforeAll(async () => {
  server = await startFounded()
  owner = server.owner
})
afterAll(() => server.stop())
beforeEach(async () => {
  await server.pool.query('delete from kith.sign_in_attempt')
})

const attempt = async (password: string, identifier = firstRun.email, process: AuthProcess = server) =>
  (await openBrowser(process.app).post('sign-in', { identifier, password })).body

const guesses = async (count: number) => {
  const answers = await Promise.all(Array.from({ length: count }, () => attempt('a wrong guess')))
  return answers.map(({ code }) => code)
}

test('ten guesses, even sent at once, then the right password has to wait too', async () => {
  const codes = await guesses(25)
  expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(10)
  expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(15)
  const refused = await attempt(firstRun.password)
  expect(refused).toMatchObject({ status: 429, code: 'too_many_requests', retryAfter: expect.any(Number) })
  const { headers } = await server.app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { identifier: firstRun.email, password: firstRun.password },
  })
  expect(Number(headers['retry-after'])).toBeGreaterThan(800)
  expect(refused.retryAfter).toBeGreaterThan(800)
  expect(refused.retryAfter).toBeLessThanOrEqual(900)
})

test('every spelling of an identifier counts as one', async () => {
  await guesses(9)
  expect((await attempt('wrong', ' wang.fang＠EXAMPLE.com')).code).toBe('invalid_credentials')
  expect((await attempt('wrong', 'Wang.Fang@example.com')).code).toBe('too_many_requests')
})

test('the count outlives the server, and the wait ends', async () => {
  await guesses(10)
  const restarted = await startAuth(server.url)
  try {
    expect((await attempt(firstRun.password, firstRun.email, restarted)).code).toBe('too_many_requests')
    await server.pool.query(
      `update kith.sign_in_attempt set started_at = now() - interval '15 minutes 1 second'`,
    )
    expect((await attempt(firstRun.password, firstRun.email, restarted)).account.name).toBe('王芳')
  } finally {
    await restarted.stop()
  }
})

test('a success starts the count anew and counts for nobody', async () => {
  await guesses(9)
  expect((await attempt(firstRun.password)).account).toBeDefined()
  expect(await guesses(9)).not.toContain('too_many_requests')
  expect((await attempt(firstRun.password)).account).toBeDefined()
})

test('one address may not guess at many accounts without end', async () => {
  await server.pool.query('delete from kith.sign_in_attempt')
  await attempt('wrong')
  await server.pool.query('update kith.sign_in_attempt set attempts = 100 where attempts = 1')
  expect((await attempt('wrong', 'somebody.else@example.com')).code).toBe('too_many_requests')
})

test('the current password is guarded as the sign-in is', async () => {
  const guess = async () =>
    (await owner.post('password', { currentPassword: 'a wrong guess', newPassword: 'taken over' })).body.code
  const codes = await Promise.all(Array.from({ length: 12 }, guess))
  expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(10)
  expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(2)
})

test('what people type is not kept', async () => {
  await attempt('wrong', 'my secret password')
  const { rows } = await server.pool.query('select a::text from kith.sign_in_attempt a')
  expect(JSON.stringify(rows)).not.toContain('secret')
})

test('old counts are cleared away', async () => {
  await attempt('wrong', 'gone@example.com')
  await server.pool.query(`update kith.sign_in_attempt set started_at = now() - interval '1 hour'`)
  await attempt(firstRun.password)
  const { rows } = await server.pool.query(
    `select count(*)::int n from kith.sign_in_attempt where started_at < now() - interval '15 minutes'`,
  )
  expect(rows[0]).toEqual({ n: 0 })
})
