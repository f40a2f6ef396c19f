import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMember } from '#server/members.ts'
import { lockAdministrators } from '#server/platform/auth/policy/lock-administrators.ts'
import { inTransaction } from '#server/platform/database/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import {
  type Answer,
  type Client,
  founder as firstPerson,
  startTestServer,
  type TestServer,
} from '#test/support/server.ts'

/** One account in more workspaces than the server keeps pools for; two acts at once that would each leave the other's way in. */
let server: TestServer
let founder: Client
let ada: Client
let adaRecord: string
let workspaces: readonly string[]

const further = 3

beforeAll(async () => {
  server = await startTestServer()
  founder = server.session
  ada = await server.addMember('Ada', 'admin')
  const people = (await founder.get('/people')).record.people as readonly { id: string; name: string }[]
  adaRecord = people.find(({ name }) => name === 'Ada')!.id
  const [{ workspaceId: first } = { workspaceId: '' }] = (
    await server.pool.query<{ workspaceId: string }>('select workspace_id "workspaceId" from kith.membership')
  ).rows
  const all = [first]
  const { rows } = await server.pool.query<{ id: string; email: string; mobile: string | null }>(
    `select id, email, mobile from kith.account where name = 'Ada'`,
  )
  const account = rows[0]!
  for (let count = 0; count < further; count += 1) {
    const made = await founder.post('/auth/workspaces', {
      ...{ workspaceName: `Further ${count}`, language: 'en', timeZone: 'Asia/Shanghai', currency: 'CNY' },
    })
    expect(made.status, made.text).toBe(201)
    const workspaceId = made.body.workspaceId as string
    all.push(workspaceId)
    const workspace = await server.kith.registry.get(workspaceId)
    const { userId, actorId } = await addMember(server.kith, workspace, { ...account, name: 'Ada' }, 'admin')
    await server.pool.query(
      `insert into kith.membership (account_id, workspace_id, user_id, actor_id, role) values ($1, $2, $3, $4, 'admin')`,
      [account.id, workspaceId, userId, actorId],
    )
  }
  expect((await founder.post('/auth/workspace', { workspaceId: first })).status).toBe(204)
  workspaces = all
}, 120_000)
afterAll(() => server.stop())

const idOf = async (name: string): Promise<string> => {
  const { rows } = await server.pool.query<{ id: string }>('select id from kith.account where name = $1', [
    name,
  ])
  return rows[0]!.id
}
async function addPasskey(name: string): Promise<string> {
  const passkey = uuidv7()
  await server.pool.query(
    `insert into kith.passkey (id, account_id, credential_id, public_key, counter, transports, host, name, synchronised)
     values ($1, $2, $1::uuid::text, '', 0, '{}', 'kith.test', 'x', false)`,
    [passkey, await idOf(name)],
  )
  return passkey
}

// Passwords open nothing: whoever is signed in came by something else.
beforeEach(async () => {
  await server.pool.query(
    `delete from kith.passkey; delete from kith.sign_in_policy; update kith.session set method = 'passkey'`,
  )
  for (const id of workspaces)
    await server.pool.query(`insert into kith.sign_in_policy (workspace_id, policy) values ($1, $2)`, [
      id,
      { password: false },
    ])
})

test('somebody of many workspaces gives up a passkey where others come into each of them', async () => {
  const [own, hers] = [await addPasskey(firstPerson.name), await addPasskey('Ada')]
  const removed = await founder.delete(`/auth/passkeys/${own}`)
  expect(removed.status, removed.text).toBe(204)
  const last = await ada.delete(`/auth/passkeys/${hers}`)
  expect([last.status, last.body.code], last.text).toEqual([409, 'policy_locks_out'])
})

async function waiting(): Promise<number> {
  const { rows } = await server.pool.query<{ count: number }>(
    `select count(*)::int count from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
  )
  return rows[0]!.count
}

test('who gives up a passkey while the other administrator is let go does one of the two', async () => {
  const own = await addPasskey(firstPerson.name)
  await addPasskey('Ada')
  let acts: Promise<Answer[]> | undefined
  await inTransaction(server.pool, async (client) => {
    await lockAdministrators(client, [...workspaces])
    acts = Promise.all([
      founder.delete(`/auth/passkeys/${own}`),
      founder.post(`/auth/members/${adaRecord}/deactivate`, {}),
    ])
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2)
  })
  const answers = await acts!
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
  expect(answers.find(({ status }) => status >= 300)!.body.code).toBe('policy_locks_out')
})
