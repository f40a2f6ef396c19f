import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { type Browser, firstRun, openBrowser } from './testing/browser.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

let database: TestDatabase
let server: AuthProcess
let browser: Browser

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startAuth(database.url)
  browser = openBrowser(server.app)
  await browser.post('first-run', firstRun)
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})

const fromElsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }

test.each<[string, object | undefined]>([
  ['sign-in', { identifier: firstRun.email, password: firstRun.password }],
  ['sign-out', undefined],
  ['first-run', firstRun],
  ['keys', { name: 'stolen' }],
  ['members', { name: 'Eve', email: 'eve@evil.example', password: 'evil evil', role: 'admin' }],
  ['password', { currentPassword: firstRun.password, newPassword: 'evil evil' }],
])('another site’s page cannot post to %s', async (path, body) => {
  const answer = await browser.post(path, body, fromElsewhere)
  expect([answer.status, answer.body.code]).toEqual([403, 'cross_site_request'])
  expect((await browser.get('session')).status).toBe(200)
})

test('identify() guards every write by cookie, and no read', async () => {
  const headers = { ...fromElsewhere, cookie: browser.cookie }
  expect(await server.auth.identify({ method: 'GET', headers })).toMatchObject({ kind: 'session' })
  expect(() => server.auth.identify({ method: 'PATCH', headers })).toThrow('page of Kith')
  expect(await server.auth.identify({ method: 'PATCH', headers: fromElsewhere })).toBeNull()
})
