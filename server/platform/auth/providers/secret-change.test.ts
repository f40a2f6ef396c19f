import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import type { AuthEvent } from '../index.ts'
import { firstRun } from '../testing/browser.ts'
import { type AuthProcess, startAuth } from '../testing/start-auth.ts'
import type { ProviderDocument } from './provider.ts'
import { kithUrl, Visitor } from './testing/visitor.ts'

const [former, current] = ['what KITH_SECRET was until today', 'what KITH_SECRET is from now on']
const events: AuthEvent[] = []

let database: TestDatabase
let before: AuthProcess
let after: AuthProcess
let without: AuthProcess
let provider: ProviderDocument

const start = (...keys: readonly [string, ...string[]]) =>
  startAuth(database.url, {}, { keys, publicUrl: kithUrl, onEvent: (event) => events.push(event) })

beforeAll(async () => {
  database = await createTestDatabase()
  before = await start(former)
})
beforeAll(async () => {
  const owner = new Visitor(before.app)
  await owner.ask('POST', 'first-run', firstRun)
  const config = { corpId: 'ww1', agentId: '1000002', secret: 'only they know' }
  const made = await owner.ask('POST', 'identity-providers', {
    ...{ kind: 'wecom', name: '企业微信', config, enabled: true },
  })
  provider = (JSON.parse(made.text) as { data: ProviderDocument }).data
})
beforeAll(async () => {
  after = await start(current, former)
  without = await start(current)
})
afterAll(async () => {
  for (const server of [before, after, without]) await server.stop()
  await database.drop()
})

async function administrator(server: AuthProcess): Promise<Visitor> {
  const visitor = new Visitor(server.app)
  const { email: identifier, password } = firstRun
  await visitor.ask('POST', 'sign-in', { identifier, password })
  return visitor
}
const begin = (server: AuthProcess) =>
  new Visitor(server.app).ask('POST', `providers/${provider.id}/begin`, {})
const path = () => `identity-providers/${provider.id}`

test('what the former secret sealed opens as long as that is named', async () => {
  expect(await begin(after)).toMatchObject({ status: 200 })
})

test('without it nobody signs in, the audit log says why, and nothing falls over', async () => {
  expect(await begin(without)).toMatchObject({
    status: 401,
    text: expect.stringContaining('sign_in_failed'),
  })
  expect(events.at(-1)).toMatchObject({
    kind: 'signInFailed',
    reason: expect.stringMatching(/^provider_secrets_sealed: .*KITH_SECRET_PREVIOUS/),
  })
  const admin = await administrator(without)
  expect(await admin.ask('GET', 'identity-providers')).toMatchObject({
    status: 200,
    text: expect.stringContaining('"secrets":["secret"]'),
  })
  expect(await admin.ask('PATCH', path(), { config: { corpId: 'ww1', agentId: '7' } })).toMatchObject({
    status: 503,
    text: expect.stringContaining('provider_secrets_sealed'),
  })
})

test('what needs no secret goes on without it, and loses none', async () => {
  const admin = await administrator(without)
  expect(await admin.ask('PATCH', path(), { name: '公司' })).toMatchObject({ status: 200 })
  expect(await begin(after)).toMatchObject({ status: 200 })
})

test('the start seals anew what it can open, and says what it cannot', async () => {
  expect(await without.auth.reseal()).toEqual({ anew: 0, lost: 1 })
  expect(await after.auth.reseal()).toEqual({ anew: 1, lost: 0 })
  expect(await after.auth.reseal()).toEqual({ anew: 0, lost: 0 })
  expect(await begin(without)).toMatchObject({ status: 200 })
  expect(await begin(before)).toMatchObject({ status: 401 })
})

test('a secret that is lost is typed anew', async () => {
  const lost = await start('a third one, which sealed nothing')
  const admin = await administrator(lost)
  const config = { corpId: 'ww1', agentId: '1000002', secret: 'typed anew' }
  expect(await admin.ask('PATCH', path(), { config })).toMatchObject({ status: 200 })
  expect(await begin(lost)).toMatchObject({ status: 200 })
  await lost.stop()
})

test('a secret that is lost is typed anew, too, where everybody came by it', async () => {
  const lost = await start('a fourth one, which sealed nothing')
  const admin = await administrator(lost)
  await lost.pool.query(
    `insert into kith.credential (id, account_id, provider, provider_account_id, last_used_at)
     select gen_random_uuid(), account_id, $1, 'wang', now() from kith.membership`,
    [provider.id],
  )
  await lost.pool.query(`update kith.session set method = 'passkey'`)
  await lost.pool.query(
    `insert into kith.sign_in_policy (workspace_id, policy)
     select workspace_id, '{"password": false}' from kith.membership`,
  )
  const config = { corpId: 'ww1', agentId: '1000002', secret: 'typed anew once more' }
  const answer = await admin.ask('PATCH', path(), { config })
  expect(answer.status, answer.text).toBe(200)
  expect(await begin(lost)).toMatchObject({ status: 200 })
  await lost.stop()
})
