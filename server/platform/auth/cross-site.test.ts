import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, firstRun } from './testing/browser.ts'
import { type FoundedAuth, startFounded } from './testing/start-founded.ts'

let server: FoundedAuth
let browser: Browser

beforeAll(async () => {
  server = await startFounded()
  browser = server.owner
})
afterAll(() => server.stop())

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
