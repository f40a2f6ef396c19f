import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '#shared/uuid.ts'
import { type Answer, type Client, startTestServer, type TestServer } from '#test/support/server.ts'

/** Whatever would take the last administrator's way in is refused, at whichever door, and nothing has changed. */
let server: TestServer
let founder: Client
let ada: Client
let ids: Readonly<Record<'founder' | 'ada' | 'founderAccount' | 'adaAccount' | 'workspace', string>>
let memberRole: string
const passkey = uuidv7()

const usual = {
  password: true,
  secondFactor: 'optional',
  idleMinutes: null,
  absoluteHours: null,
  passwordLength: 8,
}

beforeAll(async () => {
  server = await startTestServer()
  founder = server.session
  ada = await server.addMember('Ada', 'admin')
  const people = (await founder.get('/people')).record.people as readonly { id: string; name: string }[]
  const idOf = (name: string) => people.find((person) => person.name === name)!.id
  const { rows } = await server.pool.query<{ id: string; account: string; workspace: string }>(
    'select user_id id, account_id account, workspace_id workspace from kith.membership',
  )
  const accountOf = (id: string) => rows.find((row) => row.id === id)!.account
  const [founderId, adaId] = [idOf('王芳'), idOf('Ada')]
  ids = {
    founder: founderId,
    ada: adaId,
    founderAccount: accountOf(founderId),
    adaAccount: accountOf(adaId),
    workspace: rows[0]!.workspace,
  }
  memberRole = (await founder.get('/roles')).records.find(({ key }) => key === 'member')!.id
  // Passwords will open nothing: whoever is signed in came by something else.
  await server.pool.query(`update kith.session set method = 'passkey'`)
})
afterAll(() => server.stop())

const addPasskey = (account: string) =>
  server.pool.query(
    `insert into kith.passkey (id, account_id, credential_id, public_key, counter, transports, host, name, synchronised)
     values ($1, $2, $1::uuid::text, '', 0, '{}', 'kith.test', 'x', false)`,
    [passkey, account],
  )
const directory = {
  url: 'ldaps://ldap.example.com',
  bindDn: 'cn=kith,dc=example,dc=com',
  baseDn: 'dc=example,dc=com',
}
const bindPassword = 'of no server'
/** One through which an account came before. @returns its path */
const addProvider = async (account: string) => {
  const made = await founder.post('/auth/identity-providers', {
    ...{ kind: 'ldap', name: 'Staff', enabled: true },
    config: { ...directory, bindPassword },
  })
  expect(made.status, made.text).toBe(201)
  const { id } = made.record
  await server.pool.query(
    `insert into kith.credential (id, account_id, provider, provider_account_id, last_used_at)
     values ($1, $2, $3, 'x', now())`,
    [uuidv7(), account, id],
  )
  return `/auth/identity-providers/${id}`
}
const setPolicy = (policy: object) =>
  server.pool.query(
    `insert into kith.sign_in_policy as kept (workspace_id, policy) values ($1, $2)
     on conflict (workspace_id) do update set policy = excluded.policy`,
    [ids.workspace, JSON.stringify(policy)],
  )

beforeEach(async () => {
  await server.pool.query(
    'delete from kith.passkey; delete from kith.identity_provider; delete from kith.sign_in_policy',
  )
  await server.pool.query(`delete from kith.credential where provider <> 'credential'`)
})

/** All that decides who comes in and who rules. */
async function everything(): Promise<unknown> {
  const { schema } = server
  const tables = [
    ...['kith.passkey', 'kith.identity_provider', 'kith.sign_in_policy', 'kith.authenticator_app'],
    ...['kith.membership', 'kith.credential', `${schema}._role_assignment`],
  ]
  const rows = []
  for (const table of tables)
    rows.push((await server.pool.query(`select to_jsonb(t) row from ${table} t order by 1`)).rows)
  rows.push((await server.pool.query(`select count(*)::int sessions from kith.session`)).rows)
  rows.push((await server.pool.query(`select id, is_active, version from ${schema}."user" order by id`)).rows)
  return rows
}

async function refused(
  attempt: () => Promise<Answer>,
  code = 'policy_locks_out',
  wayOut = 'adds a passkey',
): Promise<void> {
  const before = await everything()
  const answer = await attempt()
  expect([answer.status, answer.body.code], answer.text).toEqual([409, code])
  expect(answer.body.detail).toContain(wayOut)
  expect(await everything()).toEqual(before)
}

test('a policy that lets nobody in', async () => {
  await refused(() => founder.put('/auth/sign-in-policy', { ...usual, password: false }))
})

describe('where the only way in is Ada’s passkey', () => {
  beforeEach(async () => {
    await addPasskey(ids.adaAccount)
    await setPolicy({ ...usual, password: false })
  })

  test('her factors are not reset', () =>
    refused(() => founder.post(`/auth/members/${ids.ada}/factors/reset`)))
  test('she is not deactivated', () => refused(() => founder.post(`/auth/members/${ids.ada}/deactivate`, {})))
  test('she keeps her role', () =>
    refused(() => founder.put(`/role-assignments/${ids.ada}`, { roleIds: [memberRole] })))
})

test('one’s own passkey stays where it is the only way in', async () => {
  await addPasskey(ids.founderAccount)
  await setPolicy({ ...usual, password: false })
  await refused(() => founder.delete(`/auth/passkeys/${passkey}`))
  await setPolicy(usual)
  expect((await founder.delete(`/auth/passkeys/${passkey}`)).status).toBe(204)
})

describe('where the only way in is an identity provider', () => {
  let path: string

  beforeEach(async () => {
    path = await addProvider(ids.adaAccount)
    await setPolicy({ ...usual, password: false })
  })

  test('it is not turned off', () => refused(() => founder.patch(path, { enabled: false })))
  test('it is not removed', () => refused(() => founder.delete(path)))
  test('it neither leads elsewhere nor becomes what nobody came in through yet', async () => {
    for (const config of [
      { ...directory, bindPassword, url: 'ldaps://other.example.com' },
      { ...directory, loginFilter: '(cn={login})' },
      { ...directory, bindPassword: 'another' },
    ])
      await refused(() => founder.patch(path, { config }), 'provider_locks_out', 'add a second provider')
    await refused(() => founder.patch(path, { config: { ...directory, bindPassword }, enabled: false }))
  })
  test('its name is changed as ever', async () => {
    const answer = await founder.patch(path, { name: 'Colleagues', config: directory })
    expect(answer.record.name).toBe('Colleagues')
  })
  test('with another way in it goes', async () => {
    await addPasskey(ids.founderAccount)
    expect((await founder.delete(path)).status).toBe(204)
  })
})

test('who has no way in is none that stays', async () => {
  await server.pool.query(`update kith.credential set password = null where account_id = $1`, [
    ids.adaAccount,
  ])
  await refused(() => ada.post(`/auth/members/${ids.founder}/deactivate`, {}))
  await refused(() => ada.put(`/role-assignments/${ids.founder}`, { roleIds: [memberRole] }))
})
