import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ProviderDocument } from '../provider.ts'
import { type OidcServer, startOidcServer } from '../testing/oidc-server.ts'
import { type SignInServer, startSignIn } from '../testing/start-sign-in.ts'

let oidc: OidcServer
let server: SignInServer
let provider: ProviderDocument

beforeAll(async () => {
  oidc = await startOidcServer()
  server = await startSignIn([oidc.host])
  const { issuer, clientId, clientSecret } = oidc
  provider = await server.add('oidc', { issuer, clientId, clientSecret }, { provision: true })
  oidc.register(provider.callbackUrl ?? '')
})
afterAll(async () => {
  await server.stop()
  await oidc.stop()
})
beforeEach(() => {
  server.events.length = 0
})

const failed = { status: 303, location: '/sign-in?failed=provider' }

test('who is nobody yet becomes a member, and is known by the subject from then on', async () => {
  oidc.person = { sub: 'lin-1', name: '林知夏', email: 'lin@three-leaf.example', email_verified: true }
  const first = server.visitor()
  expect(await first.signIn(provider.id, { returnTo: '/o/deal?sort=name' })).toMatchObject({
    status: 303,
    location: '/o/deal?sort=name',
  })
  expect(await first.session()).toMatchObject({
    account: { name: '林知夏', email: 'lin@three-leaf.example' },
    role: 'member',
    providerId: provider.id,
    workspace: { id: server.workspaceId },
  })
  expect(server.events.map(({ kind }) => kind)).toEqual(['identityLinked', 'signIn'])
  expect(server.events.at(-1)).toMatchObject({ method: 'provider', workspaceIds: [server.workspaceId] })
  // Their address there changed; they are who they were.
  oidc.person = { sub: 'lin-1', name: 'Lin', email: 'new@three-leaf.example', email_verified: true }
  const again = server.visitor()
  await again.signIn(provider.id)
  expect((await again.session())?.account).toEqual((await first.session())?.account)
})

test('a member is found by an address that the provider made sure of, and by no other', async () => {
  const id = await server.person('Mo', 'mo@three-leaf.example', server.workspaceId)
  oidc.person = { sub: 'stranger', name: 'Mo', email: 'mo@three-leaf.example', email_verified: false }
  const unverified = server.visitor()
  await unverified.signIn(provider.id)
  expect(await unverified.session()).toMatchObject({ account: { name: 'Mo', email: null } })
  expect((await unverified.session())?.account).not.toMatchObject({ id })
  oidc.person = { sub: 'mo', name: 'Mo', email: 'Mo@Three-Leaf.example', email_verified: true }
  const verified = server.visitor()
  await verified.signIn(provider.id)
  expect(await verified.session()).toMatchObject({ account: { id } })
  // Somebody else has the address by now: they are not who had it before.
  oidc.person = { sub: 'successor', name: 'Mo', email: 'mo@three-leaf.example', email_verified: true }
  const successor = server.visitor()
  expect(await successor.signIn(provider.id)).toMatchObject(failed)
  expect(server.reason()).toBe('other_identity_known')
})

test('an account of another workspace is not taken over by who vouches for its address', async () => {
  const victim = await server.person('Vic', 'vic@elsewhere.example', server.otherWorkspaceId)
  oidc.person = { sub: 'vic', name: 'Vic', email: 'vic@elsewhere.example', email_verified: true }
  const taker = server.visitor()
  await taker.signIn(provider.id)
  const session = await taker.session()
  expect(session).toMatchObject({ account: { email: null }, workspace: { id: server.workspaceId } })
  expect(session?.account).not.toMatchObject({ id: victim })
  expect(session?.workspaces).toHaveLength(1)
})

test('a session that a provider opened stays in its workspace and changes nothing of the account', async () => {
  const account = await server.person('Ann', 'ann@three-leaf.example', server.workspaceId)
  const { pool } = server
  await pool.query(
    `insert into kith.membership (account_id, workspace_id, user_id, actor_id, role)
     values ($1, $2, gen_random_uuid(), gen_random_uuid(), 'admin')`,
    [account, server.otherWorkspaceId],
  )
  oidc.person = { sub: 'ann', name: 'Ann', email: 'ann@three-leaf.example', email_verified: true }
  const ann = server.visitor()
  await ann.signIn(provider.id)
  expect((await ann.session())?.workspaces).toHaveLength(1)
  const refused = { status: 403, text: expect.stringContaining('session_bound') }
  expect(await ann.ask('POST', 'workspace', { workspaceId: server.otherWorkspaceId })).toMatchObject(refused)
  expect(
    await ann.ask('POST', 'password', { currentPassword: 'correct horse battery', newPassword: 'x' }),
  ).toMatchObject(refused)
  expect(await ann.ask('GET', 'factors')).toMatchObject(refused)
  expect(await ann.ask('POST', 'passkeys/options')).toMatchObject(refused)
  expect(await ann.ask('POST', 'authenticator-app')).toMatchObject(refused)
  // Where she is signed in elsewhere is not told either, nor ended.
  const own = server.visitor()
  await own.ask('POST', 'sign-in', {
    identifier: 'ann@three-leaf.example',
    password: 'correct horse battery',
  })
  const listed = JSON.parse((await ann.ask('GET', 'sessions')).text) as { data: unknown[] }
  expect(listed.data).toHaveLength(1)
  expect((await ann.ask('DELETE', 'sessions')).text).toBe('{"data":{"count":0}}')
  expect(await own.session()).toBeDefined()
})

test('a state counts once, and for the browser that began alone', async () => {
  oidc.person = { sub: 'lin-1', name: 'Lin' }
  const one = server.visitor()
  const back = await one.follow(await one.begin(provider.id))
  const other = server.visitor()
  expect(await other.come(back)).toMatchObject(failed)
  expect(server.reason()).toBe('state_unknown_to_browser')
  // Somebody else's answer is put into a browser that has begun a visit of its own.
  await other.begin(provider.id)
  expect(await other.come(back)).toMatchObject(failed)
  const kept = new Map(one.cookies)
  expect(await one.come(back)).toMatchObject({ location: '/' })
  for (const [name, value] of kept) one.cookies.set(name, value)
  expect(await one.come(back)).toMatchObject(failed)
  expect(server.reason()).toBe('state_replayed')
})

test('a code counts once', async () => {
  oidc.person = { sub: 'lin-1', name: 'Lin' }
  const one = server.visitor()
  const code = new URL(await one.follow(await one.begin(provider.id))).searchParams.get('code') ?? ''
  const two = server.visitor()
  const own = new URL(await two.follow(await two.begin(provider.id)))
  const stolen = new URL(own)
  stolen.searchParams.set('code', code)
  // The code of another browser's visit: PKCE binds it to that one.
  expect(await two.come(stolen.href)).toMatchObject(failed)
  expect(server.reason()).toMatch(/^oidc_/)
})

test('whatever the provider refuses, the browser is told one thing and the audit log the reason', async () => {
  oidc.person = null
  const visitor = server.visitor()
  expect(await visitor.signIn(provider.id)).toMatchObject(failed)
  expect(server.reason()).toMatch(/^oidc_access_denied/)
  expect(server.events.at(-1)).toMatchObject({ workspaceIds: [server.workspaceId], provider: 'Staff' })
  expect(await visitor.session()).toBeUndefined()
})

test('no token and no secret is kept in the open', async () => {
  const { rows } = await server.pool.query<{ text: string }>(
    `select coalesce(access_token, refresh_token, id_token, '') || credential::text as text from kith.credential
     union all select config::text from kith.identity_provider`,
  )
  const all = rows.map(({ text }) => text).join('\n')
  expect(all).not.toContain(oidc.clientSecret)
  expect(all).not.toMatch(/eyJ/)
  const { text } = await server.owner.ask('GET', 'identity-providers')
  expect(text).not.toContain(oidc.clientSecret)
  expect(JSON.parse(text)).toMatchObject({ data: [{ secrets: ['clientSecret'] }] })
})

test('a provider that is turned off ends what it opened', async () => {
  oidc.person = { sub: 'lin-1', name: 'Lin' }
  const visitor = server.visitor()
  await visitor.signIn(provider.id)
  expect(await visitor.session()).toBeDefined()
  const path = `identity-providers/${provider.id}`
  expect((await server.owner.ask('PATCH', path, { enabled: false })).status).toBe(200)
  expect(await visitor.session()).toBeUndefined()
  await expect(visitor.begin(provider.id)).rejects.toThrow('sign_in_failed')
  await server.owner.ask('PATCH', path, { enabled: true })
})

test('secrets do not follow a provider to another address', async () => {
  const path = `identity-providers/${provider.id}`
  const moved = await server.owner.ask('PATCH', path, {
    config: { issuer: 'http://127.0.0.1:9', clientId: 'kith' },
  })
  expect(moved).toMatchObject({ status: 400, text: expect.stringContaining('secret_goes_elsewhere') })
})
