import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { uuidv7 } from '#shared/uuid.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

/** Somebody who has lost their second factor is let in again by whoever has the say over them, and by nobody else. */
let server: TestServer
let founder: Client
let lin: Client
let clerk: Client
let ids: Readonly<Record<'founder' | 'lin' | 'clerk', string>>

beforeAll(async () => {
  server = await startTestServer()
  founder = server.session
  lin = await server.addMember('Lin', 'member')
  clerk = await server.addMember('Clerk', 'member')
  const people = (await founder.get('/people')).record.people as readonly { id: string; name: string }[]
  const idOf = (name: string) => people.find((person) => person.name === name)!.id
  ids = { founder: idOf('王芳'), lin: idOf('Lin'), clerk: idOf('Clerk') }
})
afterAll(() => server.stop())

beforeEach(async () => {
  await server.pool.query('delete from kith.passkey')
  const { rows } = await server.pool.query<{ id: string }>('select id from kith.account')
  for (const { id } of rows)
    await server.pool.query(
      `insert into kith.passkey (id, account_id, credential_id, public_key, counter, transports, host, name, synchronised)
       values ($1, $2, $1::uuid::text, '', 0, '{}', 'kith.test', 'x', false)`,
      [uuidv7(), id],
    )
})

const reset = (by: Client, of: keyof typeof ids) => by.post(`/auth/members/${ids[of]}/factors/reset`)
const holders = async (): Promise<string[]> => {
  const { rows } = await server.pool.query<{ name: string }>(
    'select a.name from kith.passkey p join kith.account a on a.id = p.account_id order by a.name',
  )
  return rows.map(({ name }) => name)
}
const everybody = ['Clerk', 'Lin', '王芳']
const refusal = async (by: Client, of: keyof typeof ids) => {
  const { body } = await reset(by, of)
  expect(await holders()).toEqual(everybody)
  return body.code
}

test('a member, a program and the person themselves may not', async () => {
  expect(await refusal(lin, 'clerk')).toBe('not_permitted')
  expect(await refusal(founder, 'founder')).toBe('own_factors')
  expect((await reset(server.key, 'lin')).status).toBe(403)
  expect((await reset(server.stranger, 'lin')).status).toBe(401)
  expect(await holders()).toEqual(everybody)
})

test('who looks after people takes nobody over who may do more than they', async () => {
  const none = { read: 'none', create: 'none', update: 'none', delete: 'none', transfer: 'none' } as const
  const usual = { ...none, export: 'none', import: 'none' }
  const made = await founder.post('/roles', {
    name: 'Clerk',
    permissions: { usual, objects: {}, fields: {}, rights: ['people'] },
  })
  expect(made.status, made.text).toBe(201)
  const assigned = await founder.put(`/role-assignments/${ids.clerk}`, { roleIds: [made.record.id] })
  expect(assigned.status, assigned.text).toBe(200)
  await expect.poll(() => refusal(clerk, 'founder'), { timeout: 10_000 }).toBe('member_has_more')
  expect(await refusal(clerk, 'lin')).toBe('member_has_more')
})

test('a session that was not proved of late asks who sits there', async () => {
  await server.pool.query(`update kith.session set proved_at = now() - interval '11 minutes'`)
  expect(await refusal(founder, 'lin')).toBe('proof_required')
  await server.pool.query('update kith.session set proved_at = now()')
})

test('their factors and sessions end at once, their programs go on, and the log says who did it to whom', async () => {
  const { key } = (await lin.post('/auth/keys', { name: 'Phone system' })).body
  const program = server.client({ authorization: `Bearer ${key}` })
  expect((await reset(founder, 'lin')).status).toBe(204)
  expect(await holders()).toEqual(['Clerk', '王芳'])
  expect((await lin.get('/auth/session')).status).toBe(401)
  expect((await program.get('/records/company')).status).toBe(200)
  // Entries of sign-in are written behind the answer.
  await expect
    .poll(async () => (await founder.get('/audit', { kinds: 'factorsReset' })).records, { timeout: 20_000 })
    .toMatchObject([
      { kind: 'factorsReset', actor: { name: '王芳' }, details: { member: 'Lin', userId: ids.lin } },
    ])
})
