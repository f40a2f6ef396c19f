import { expect, test } from 'vitest'
import type { Identity } from './identity.ts'
import { createIdentityCache, type Loaded } from './identity-cache.ts'

const identity: Identity = {
  kind: 'session',
  providerId: null,
  restricted: false,
  sessionId: 's1',
  accountId: 'a1',
  workspaceId: 'w1',
  userId: 'u1',
  actorId: 'r1',
  role: 'member',
}
const loaded: Loaded = { identity, expiresAt: Number.POSITIVE_INFINITY }

test('what was revoked while it was looked up is answered, but not kept', async () => {
  const cache = createIdentityCache()
  const { promise, resolve } = Promise.withResolvers<Loaded>()
  const answer = cache.load('cookie', () => promise)
  cache.forgetAccount('a1')
  resolve(loaded)
  expect(await answer).toBe(identity)
  expect(cache.get('cookie')).toBeUndefined()
})

test('forgets what was revoked and nothing else', async () => {
  const cache = createIdentityCache()
  await cache.load('cookie', async () => loaded)
  cache.forgetSession('s2')
  cache.forgetAccount('a2')
  cache.forgetKey('s1')
  expect(cache.get('cookie')).toBe(identity)
  cache.forgetSession('s1')
  expect(cache.get('cookie')).toBeUndefined()
})

test('keeps nobody beyond the end of the session, nor a failure', async () => {
  const cache = createIdentityCache()
  await cache.load('cookie', async () => ({ identity, expiresAt: Date.now() - 1 }))
  expect(cache.get('cookie')).toBeUndefined()
  await expect(cache.load('other', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await cache.load('other', async () => loaded)).toBe(identity)
})

test('stays small, however many come', async () => {
  const cache = createIdentityCache()
  for (let n = 0; n <= 10_000; n++) await cache.load(`cookie ${n}`, async () => loaded)
  expect(cache.get('cookie 0')).toBeUndefined()
  expect(cache.get('cookie 1')).toBe(identity)
  expect(cache.get('cookie 10000')).toBe(identity)
})
