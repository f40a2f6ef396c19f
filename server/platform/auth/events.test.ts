import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import type { AuthEvent } from './index.ts'
import { firstRun, openBrowser } from './testing/browser.ts'
import { type AuthProcess, startAuth } from './testing/start-auth.ts'

let database: TestDatabase
let server: AuthProcess
const events: AuthEvent[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startAuth(database.url, {}, { onEvent: (event) => events.push(event) })
  await openBrowser(server.app).post('first-run', firstRun)
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})
beforeEach(() => {
  events.length = 0
})

const signIn = async (identifier: string = firstRun.email, password = firstRun.password) => {
  const browser = openBrowser(server.app)
  await browser.post('sign-in', { identifier, password }, { 'user-agent': 'Firefox' })
  return browser
}

test('a sign-in tells whose, how, from where, and which workspaces it concerns', async () => {
  const before = Date.now()
  await signIn()
  const account = await server.auth.findAccountByIdentifier(firstRun.email)
  const [membership] = await server.auth.membershipsOf(account!.id)
  expect(events).toEqual([
    {
      kind: 'signIn',
      accountId: account!.id,
      identifier: null,
      workspaceIds: [membership!.workspaceId],
      method: 'password',
      reason: null,
      provider: null,
      details: {},
      address: '127.0.0.1',
      userAgent: 'Firefox',
      at: expect.any(Date),
    },
  ])
  expect(events[0]!.at.getTime()).toBeGreaterThanOrEqual(before)
})

test.each([
  ['a wrong password', firstRun.email, 'wrong_password', 1],
  ['an unknown account', 'nobody@example.com', 'unknown_account', 0],
])('%s has one answer outside, and its reason in the event', async (_, identifier, reason, workspaces) => {
  await signIn(identifier, 'not the password')
  expect(events).toMatchObject([{ kind: 'signInFailed', identifier, reason, method: 'password' }])
  expect(events[0]!.workspaceIds).toHaveLength(workspaces)
  expect(JSON.stringify(events)).not.toContain('not the password')
})

test('who guesses on is told of too', async () => {
  for (let guess = 0; guess < 11; guess += 1) await signIn('guessed@example.com', 'x')
  expect(events.at(-1)).toMatchObject({ kind: 'signInFailed', reason: 'too_many_attempts' })
})

test('a sign-out and a changed password are told, without any secret', async () => {
  const browser = await signIn()
  const next = 'another horse 马'
  await browser.post('password', { currentPassword: firstRun.password, newPassword: next })
  await browser.post('password', { currentPassword: next, newPassword: firstRun.password })
  await browser.post('sign-out')
  expect(events.map(({ kind }) => kind)).toEqual(['signIn', 'passwordChanged', 'passwordChanged', 'signOut'])
  expect(JSON.stringify(events)).not.toContain('horse')
})

test('a key is told when it is made and when it is revoked', async () => {
  const browser = await signIn()
  const { body } = await browser.post('keys', { name: 'Export' })
  await browser.delete(`keys/${body.id}`)
  expect(events.map(({ kind }) => kind)).toEqual(['signIn', 'keyCreated', 'keyRevoked'])
  expect(JSON.stringify(events)).not.toContain(body.key)
})
