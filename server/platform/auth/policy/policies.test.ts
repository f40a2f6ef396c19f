import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SignInPolicy, usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { codeAt, stepAt } from '../factors/totp.ts'
import { createProvisionedMembers } from '../provisioned-members.ts'
import { type Browser, firstRun, openBrowser } from '../testing/browser.ts'
import { fromBase32 } from '../testing/from-base32.ts'
import { type FoundedAuth, startFounded } from '../testing/start-founded.ts'

let server: FoundedAuth
let owner: Browser
let workspaceId: string

beforeAll(async () => {
  server = await startFounded()
  owner = server.owner
  workspaceId = (await owner.get('session')).body.workspace.id
})
afterAll(() => server.stop())
beforeEach(async () => {
  await set({})
  await server.pool.query(
    'delete from kith.sign_in_attempt; delete from kith.authenticator_app; delete from kith.passkey',
  )
})

/** As an administrator does it, without the asking. */
const set = (policy: Partial<SignInPolicy>) =>
  server.auth.setSignInPolicy(workspaceId, { ...usualSignInPolicy, ...policy })
const addPasskey = () =>
  server.pool.query(
    `insert into kith.passkey (id, account_id, credential_id, public_key, counter, transports, host, name, synchronised)
     select gen_random_uuid(), account_id, 'x', '', 0, '{}', 'kith.test', 'x', false from kith.membership limit 1`,
  )
/** A ticket for the second step would tell of a right password, too. */
const addApp = () =>
  server.pool.query(
    `insert into kith.authenticator_app (account_id, secret, confirmed_at)
     select account_id, '', now() from kith.membership limit 1`,
  )
const signIn = async (browser = openBrowser(server.app)) => {
  const { email: identifier, password } = firstRun
  return { browser, ...(await browser.post('sign-in', { identifier, password })) }
}

test('a second factor for everybody leaves an open session nothing but to set one up, and then all', async () => {
  const { browser } = await signIn()
  await set({ secondFactor: 'everybody' })
  const code = async (path: string) => (await browser.get(path)).body.code
  await expect.poll(() => code('keys'), { timeout: 10_000 }).toBe('second_factor_required')
  expect(await code('members')).toBe('second_factor_required')
  expect((await browser.post('keys', { name: 'x' })).body.code).toBe('second_factor_required')
  expect((await browser.get('session')).body).toMatchObject({ restricted: true })
  expect((await browser.get('factors')).status).toBe(200)

  const begun = (await browser.post('authenticator-app')).body as unknown as { data: { secret: string } }
  const secret = fromBase32(begun.data.secret)
  const confirmed = await browser.post('authenticator-app/confirm', {
    code: codeAt(secret, stepAt(Date.now())),
  })
  expect(confirmed.status).toBe(200)
  await expect.poll(async () => (await browser.get('keys')).status, { timeout: 10_000 }).toBe(200)
  expect((await browser.get('session')).body).toMatchObject({ restricted: false })
  await browser.delete('authenticator-app')
  await expect.poll(() => code('keys'), { timeout: 10_000 }).toBe('second_factor_required')
})

test('a thief with the password alone makes no second factor where there is one already', async () => {
  const { browser } = await signIn()
  await addPasskey()
  await set({ secondFactor: 'everybody' })
  await expect
    .poll(async () => (await browser.post('authenticator-app')).body.code, { timeout: 10_000 })
    .toBe('second_factor_required')
})

test('where passwords open nothing, sessions by password are over', async () => {
  const { browser } = await signIn()
  await addPasskey()
  await set({ password: false })
  await expect.poll(async () => (await browser.get('session')).status, { timeout: 10_000 }).toBe(401)
})

test('where passwords open nothing, a right one is answered as a wrong one, as often', async () => {
  const attempt = async (password: string) => {
    const { status, body, cookies } = await openBrowser(server.app).post('sign-in', {
      identifier: firstRun.email,
      password,
    })
    const { requestId: _, ...answer } = Object.fromEntries(Object.entries(body))
    return { status, body: answer, cookies }
  }
  await addPasskey()
  await addApp()
  await set({ password: false })
  const wrong = await attempt('a wrong one')
  expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } })
  expect(await attempt(firstRun.password)).toEqual(wrong)
  for (let count = 2; count < 10; count += 1) expect(await attempt(firstRun.password)).toEqual(wrong)
  // Neither takes back what was counted.
  for (const password of [firstRun.password, 'a wrong one'])
    expect((await attempt(password)).body.code).toBe('too_many_requests')
}, 120_000)

test('a policy that lets no administrator in is refused before it is kept', async () => {
  await expect(set({ password: false })).rejects.toMatchObject({
    code: 'policy_locks_out',
  })
  expect(await server.auth.signInPolicy(workspaceId)).toEqual(usualSignInPolicy)
  await addPasskey()
  await set({ password: false })
  expect((await server.auth.signInPolicy(workspaceId)).password).toBe(false)
})

test('an administrator whom a directory brought lets nobody turn passwords off before they came', async () => {
  const provider = await server.auth.addProvider(workspaceId, {
    ...{ kind: 'dingtalk', name: '钉钉', enabled: true, provision: false },
    config: { clientId: 'ding1', clientSecret: 'of no server' },
  })
  const userId = uuidv7()
  const joined = await createProvisionedMembers(server.pool, server.auth).join({
    ...{ workspaceId, userId, actorId: uuidv7() },
    ...{ name: '林知夏', email: 'lin@three-leaf.example', mobile: null },
    identity: { provider: provider.id, subject: 'lin' },
  })
  expect(joined).toBe(true)
  await server.pool.query(`update kith.membership set role = 'admin' where user_id = $1`, [userId])
  await expect(set({ password: false })).rejects.toMatchObject({ code: 'policy_locks_out' })
  await server.auth.removeProvider(workspaceId, provider.id)
})

test('an idle session ends; what a page asks by itself does not keep it', async () => {
  const { browser } = await signIn()
  await set({ idleMinutes: 5 })
  const idle = (minutes: number) =>
    server.pool.query(`update kith.session set seen_at = now() - $1 * interval '1 minute'`, [minutes])
  const seen = async () => {
    const { rows } = await server.pool.query<{ recent: boolean }>(
      `select seen_at > now() - interval '1 minute' recent from kith.session order by created_at desc limit 1`,
    )
    return rows[0]?.recent
  }
  await idle(4)
  expect(
    await server.auth.identify({ method: 'GET', headers: { cookie: browser.cookie }, background: true }),
  ).not.toBeNull()
  expect(await seen()).toBe(false)
  expect((await browser.get('session')).status).toBe(200)
  expect(await seen()).toBe(true)
  await idle(6)
  await set({ idleMinutes: 5 })
  await expect.poll(async () => (await browser.get('session')).status, { timeout: 10_000 }).toBe(401)
})

test('new passwords are as long as the workspace asks', async () => {
  await set({ passwordLength: 20 })
  const { browser } = await signIn()
  const answer = await browser.post('password', {
    currentPassword: firstRun.password,
    newPassword: 'klei wurm drie',
  })
  expect(answer.body.code).toBe('password_too_short')
})
