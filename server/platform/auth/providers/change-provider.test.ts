import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#server/platform/database/index.ts'
import { usualSignInPolicy } from '#shared/access/sign-in-policy.ts'
import type { ProviderDocument } from './provider.ts'
import { type OidcServer, startOidcServer } from './testing/oidc-server.ts'
import { type SignInServer, startSignIn } from './testing/start-sign-in.ts'
import type { Step, Visitor } from './testing/visitor.ts'

let oidc: OidcServer
let server: SignInServer
let provider: ProviderDocument

beforeAll(async () => {
  oidc = await startOidcServer()
  server = await startSignIn([oidc.host])
})
afterAll(async () => {
  await server.stop()
  await oidc.stop()
})

const configOf = ({ issuer, clientId, clientSecret }: OidcServer) => ({ issuer, clientId, clientSecret })
const path = ({ id }: ProviderDocument) => `identity-providers/${id}`
const add = () => server.add('oidc', configOf(oidc))

beforeEach(async () => {
  provider = await add()
})

/** Changes the provider’s row and, before that is there for others, asks for another change, which waits for it. */
async function meanwhile(sql: string, change: object): Promise<Step> {
  let asked: Promise<Step> | undefined
  await inTransaction(server.pool, async (client) => {
    await client.query(`update kith.identity_provider set ${sql} where id = $1`, [provider.id])
    asked = server.owner.ask('PATCH', path(provider), change)
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
  })
  return asked!
}
async function waiting(): Promise<number> {
  const { rows } = await server.pool.query<{ count: number }>(
    `select count(*)::int count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]!.count
}
const kept = async () => {
  const { rows } = await server.pool.query<{ name: string; enabled: boolean; config: object }>(
    'select name, enabled, config from kith.identity_provider where id = $1',
    [provider.id],
  )
  return rows[0]!
}

test('of two changes at once none takes the other back', async () => {
  expect(await meanwhile('enabled = false', { name: 'Staff of ours' })).toMatchObject({ status: 200 })
  expect(await kept()).toMatchObject({ name: 'Staff of ours', enabled: false })

  const sealed = { ...(await kept()).config, clientSecret: { sealed: 'anew' } }
  expect(
    await meanwhile(`config = '${JSON.stringify(sealed)}'`, { name: 'Staff', enabled: true }),
  ).toMatchObject({ status: 200 })
  expect(await kept()).toEqual({ name: 'Staff', enabled: true, config: sealed })
})

test('what somebody else moved meanwhile is moved again, and ends what it opened', async () => {
  oidc.register(provider.callbackUrl ?? '')
  oidc.person = { sub: 'ann', name: 'Ann' }
  await server.owner.ask('PATCH', path(provider), { provision: true })
  const ann = server.visitor()
  await ann.signIn(provider.id)
  expect(await ann.session()).toBeDefined()
  const elsewhere = { ...(await kept()).config, issuer: 'http://127.0.0.1:9' }
  const back = await meanwhile(`config = '${JSON.stringify(elsewhere)}'`, { config: configOf(oidc) })
  expect(back.status, back.text).toBe(200)
  expect(await ann.session()).toBeUndefined()
})

test('where everybody comes by it alone, its secret is changed behind a second one that somebody came by', async () => {
  const ann = { sub: 'ann', name: 'Ann', email: 'ann@three-leaf.example', email_verified: true }
  const account = await server.person('Ann', ann.email, server.workspaceId)
  await server.pool.query(`update kith.membership set role = 'admin' where account_id = $1`, [account])
  const comesBy = async (one: ProviderDocument): Promise<Visitor> => {
    oidc.register(one.callbackUrl ?? '')
    oidc.person = ann
    const visitor = server.visitor()
    expect(await visitor.signIn(one.id)).toMatchObject({ location: '/' })
    return visitor
  }
  const admin = await comesBy(provider)
  await server.auth.setSignInPolicy(server.workspaceId, { ...usualSignInPolicy, password: false })
  // A secret that was typed counts as another one.
  const rotate = () => admin.ask('PATCH', path(provider), { config: configOf(oidc) })
  expect(await rotate()).toMatchObject({
    status: 409,
    text: expect.stringContaining('provider_locks_out'),
  })

  const added = await admin.ask('POST', 'identity-providers', {
    ...{ kind: 'oidc', name: 'Staff anew', config: configOf(oidc), enabled: true },
  })
  const second = (JSON.parse(added.text) as { data: ProviderDocument }).data
  await comesBy(second)
  expect(await rotate()).toMatchObject({ status: 200 })
  // Nobody came by what the first one is now.
  const remove = () => admin.ask('DELETE', path(second))
  expect(await remove()).toMatchObject({ status: 409, text: expect.stringContaining('policy_locks_out') })
  await comesBy(provider)
  expect(await remove()).toMatchObject({ status: 204 })
})
