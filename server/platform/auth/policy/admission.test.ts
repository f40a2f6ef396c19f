import { expect, test } from 'vitest'
import { type SignInPolicy, usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import { admission, type SessionFacts } from './admission.ts'

const now = 1_800_000_000_000
const minutes = (count: number) => count * 60_000

const session: SessionFacts = {
  workspaceId: 'workspace',
  userId: 'person',
  method: 'password',
  providerId: null,
  secondFactor: false,
  hasFactor: false,
  createdAt: now - minutes(600),
  seenAt: now - minutes(20),
  expiresAt: now + minutes(10_000),
}
const ask = (facts: Partial<SessionFacts>, policy: Partial<SignInPolicy>) =>
  admission(
    { ...session, ...facts },
    { ...usualSignInPolicy, ...policy },
    async (_, userId) => (userId === 'person' ? ['sellers'] : []),
    now,
  )

test('without a policy a session is what it was', async () => {
  expect(await ask({}, {})).toEqual({ expiresAt: session.expiresAt, restricted: false })
})

test('a session ends when its person was away, and after so long in any case', async () => {
  expect(await ask({}, { idleMinutes: 30 })).toMatchObject({ expiresAt: now + minutes(10) })
  expect(await ask({}, { idleMinutes: 20 })).toBeUndefined()
  expect(await ask({}, { absoluteHours: 11 })).toMatchObject({ expiresAt: now + minutes(60) })
  expect(await ask({}, { absoluteHours: 10 })).toBeUndefined()
  expect(await ask({}, { idleMinutes: 30, absoluteHours: 11 })).toMatchObject({
    expiresAt: now + minutes(10),
  })
})

test.each([
  ['by password', { method: 'password' }, false],
  ['by password and code', { method: 'totp', hasFactor: true }, false],
  ['from before ways in were kept', { method: null }, false],
  ['by passkey', { method: 'passkey', hasFactor: true }, true],
  ['by an identity provider', { method: 'password', providerId: 'provider' }, true],
])('where passwords open nothing, one %s opens it: %s', async (_, facts, open) => {
  expect((await ask(facts, { password: false })) !== undefined).toBe(open)
})

test.each([
  ['nothing', {}, true],
  ['a factor that was not shown', { hasFactor: true }, true],
  ['a code at sign-in', { method: 'totp', hasFactor: true }, false],
  ['a passkey at sign-in', { method: 'passkey', hasFactor: true }, false],
  ['a factor shown since', { secondFactor: true, hasFactor: true }, false],
  ['a factor that was taken away since', { method: 'totp', hasFactor: false }, true],
  ['an identity provider', { providerId: 'provider' }, false],
])('where a second factor is demanded, %s is restricted: %s', async (_, facts, restricted) => {
  expect(await ask(facts, { secondFactor: 'everybody' })).toMatchObject({ restricted })
  expect(await ask(facts, { secondFactor: { roles: ['sellers'] } })).toMatchObject({ restricted })
  expect(await ask(facts, { secondFactor: { roles: ['buyers'] } })).toMatchObject({ restricted: false })
})
