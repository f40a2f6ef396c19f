import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Permissions } from '#shared/access/permissions.ts'
import type { Contract } from '#shared/operations/contract.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { peopleOf } from '#test/support/people.ts'
import { everything } from '#test/support/permissions.ts'
import { type Client, founder, type Row, startTestServer, type TestServer } from '#test/support/server.ts'
import { upload } from '#test/support/upload.ts'

let server: TestServer
let admin: Client
let lin: Client
let linId: string
let mei: Client

const narrow: Permissions = {
  ...everything,
  rights: [],
  usual: { ...everything.usual, read: 'own' },
  objects: { product: Object.fromEntries(Object.keys(everything.usual).map((verb) => [verb, 'none'])) },
}

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
  lin = await server.addMember('Lin', 'member')
  linId = await idOf('Lin')
  mei = await server.addMember('Mei', 'member')
  const role = await admin.post('/roles', { name: 'Own records', permissions: narrow })
  expect(role.status, role.text).toBe(201)
  for (const id of [linId, await idOf('Mei')])
    await admin.put(`/role-assignments/${id}`, { roleIds: [role.record.id] })
  for (const member of [lin, mei])
    await vi.waitFor(
      async () => expect((await member.get('/access')).record.permissions).toMatchObject({ rights: [] }),
      { timeout: 20_000 },
    )
})
afterAll(() => server.stop())

const { idOf } = peopleOf(() => server)
const kept = async (): Promise<readonly Row[]> =>
  (await admin.get('/audit', { kinds: 'accessRefused' })).records
/** Entries are written behind the answer. */
const entryOf = (reason: string, route: string) =>
  vi.waitFor(
    async () => {
      const entry = (await kept()).find(
        ({ details }) => Object(details).reason === reason && Object(details).route === route,
      )
      expect(entry).toBeDefined()
      return entry!
    },
    { timeout: 20_000 },
  )

test('what somebody may not do stands in the log, with the route', async () => {
  expect((await lin.post('/roles', { name: 'Mine', permissions: narrow })).body.code).toBe('not_permitted')
  expect(await entryOf('not_permitted', 'POST /api/v1/roles')).toMatchObject({
    outcome: 'refused',
    userId: linId,
    source: 'web',
    count: 1,
    address: '127.0.0.1',
  })
})

test('so does what they may not do where people and keys are ruled', async () => {
  expect((await lin.get('/auth/sign-in-policy')).body.code).toBe('not_permitted')
  expect(await entryOf('not_permitted', 'GET /api/v1/auth/sign-in-policy')).toMatchObject({ userId: linId })
})

test('a record and an object that are there and not theirs', async () => {
  const { id } = (await admin.post('/records/company', { name: 'Not Lin’s' })).record
  expect((await lin.get(`/records/company/${id}`)).body.code).toBe('record_missing')
  expect(await entryOf('record_missing', 'GET /api/v1/records/:object/:id')).toMatchObject({
    object: 'company',
    record: id,
  })
  expect((await lin.get('/records/product')).body.code).toBe('unknown_object')
  expect(await entryOf('unknown_object', 'GET /api/v1/records/:object')).toMatchObject({ object: 'product' })
})

test('a key that only reads', async () => {
  const { key } = (await admin.post('/auth/keys', { name: 'Reader', readOnly: true })).body
  const reader = server.client({ authorization: `Bearer ${key}` })
  expect((await reader.post('/records/company', { name: 'x' })).body.code).toBe('not_permitted')
  expect(await entryOf('not_permitted', 'POST /api/v1/records/:object')).toMatchObject({ source: 'api' })
})

test('a file and a record of a pool that are there and not theirs', async () => {
  const file = await upload(admin, 'not for Lin')
  expect((await lin.get(`/files/${file}`)).body.code).toBe('not_found')
  expect(await entryOf('not_found', 'GET /api/v1/files/:id')).toMatchObject({
    object: 'file',
    record: file,
    userId: linId,
  })
  const { id } = (await admin.post('/records/lead', { name: 'Of the pool', ownerId: null })).record
  const pool = (
    await admin.post('/pools', {
      object: 'lead',
      name: 'New leads',
      fields: [],
      members: [{ kind: 'user', id: await idOf('Mei') }],
    })
  ).record.id
  expect((await mei.get(`/pools/${pool}/records/${id}`)).status).toBe(200)
  expect((await lin.get(`/pools/${pool}/records`)).body.code).toBe('pool_missing')
  expect(await entryOf('pool_missing', 'GET /api/v1/pools/:id/records')).toMatchObject({ object: 'lead' })
  expect((await lin.get(`/pools/${pool}/records/${id}`)).body.code).toBe('pool_missing')
  expect(await entryOf('pool_missing', 'GET /api/v1/pools/:id/records/:record')).toMatchObject({
    object: 'lead',
    record: id,
    userId: linId,
  })
})

test('whose password they may not set', async () => {
  const founderId = await idOf(founder.name)
  const refused = await lin.post(`/auth/members/${founderId}/password`, { password: 'another one 123' })
  expect(refused.body.code).toBe('not_permitted')
  expect(await entryOf('not_permitted', 'POST /api/v1/auth/members/:id/password')).toMatchObject({
    object: 'user',
    record: founderId,
  })
})

test('a record of one’s own that was not there at that time is no refusal, another’s is', async () => {
  const [own, foreign] = [
    (await mei.post('/records/company', { name: 'Mei’s' })).record.id,
    (await admin.post('/records/company', { name: 'Not Mei’s' })).record.id,
  ]
  const at = '2020-01-01T00:00:00Z'
  for (const id of [own, foreign]) expect((await mei.get(`/records/company/${id}`, { at })).status).toBe(404)
  const ofMei = async () => (await kept()).filter(({ record }) => record === own || record === foreign)
  await vi.waitFor(async () => expect(await ofMei()).not.toEqual([]), { timeout: 20_000 })
  expect(await ofMei()).toMatchObject([{ record: foreign, count: 1 }])
})

test('what is hidden from the member through whose eyes somebody looks is refused to nobody', async () => {
  const { id } = (await admin.post('/records/company', { name: 'Hidden from Lin' })).record
  const asLin = { 'view-as': linId }
  expect((await admin.get(`/records/company/${id}`, {}, asLin)).status).toBe(404)
  expect((await admin.get('/role-assignments', {}, asLin)).body.code).toBe('not_permitted')
  // Who may not look through others’ eyes is refused all the same.
  expect((await mei.get('/records/task', {}, asLin)).body.code).toBe('not_permitted')
  expect(await entryOf('not_permitted', 'GET /api/v1/records/:object')).toMatchObject({ object: 'task' })
  const founderId = await idOf(founder.name)
  expect((await kept()).filter(({ userId, source }) => userId === founderId && source === 'web')).toEqual([])
})

test('every contract by which a record can be asked for says of which object it is', () => {
  const { contracts } = server.http
  const asks = contracts.filter(
    ({ path, errors = [] }) =>
      path.startsWith('/records/:object/:') ||
      (/:(?!object)/.test(path) && errors.includes('record_missing')),
  )
  expect(asks.length).toBeGreaterThan(15)
  expect(asks.flatMap(({ name, names }) => (names?.record === undefined ? [name] : []))).toEqual([])
  const parameters = ({ params, query }: Contract): readonly string[] =>
    [params, query].flatMap((schema) => Object.keys(Object(Object(schema).properties)))
  for (const contract of contracts) {
    const { object = '', record } = contract.names ?? {}
    const used = [record ?? [], typeof object === 'string' ? [] : Object.values(object)].flat()
    expect(parameters(contract), contract.name).toEqual(expect.arrayContaining(used))
  }
})

test('what is nowhere is no refusal, and many of one kind fill no log', async () => {
  const missing = uuidv7()
  expect((await lin.patch(`/records/company/${missing}`, { name: 'x' })).body.code).toBe('record_missing')
  expect((await lin.get('/records/nothing')).status).toBe(404)
  expect((await lin.get('/no/such/route')).status).toBe(404)
  expect((await lin.get(`/files/${missing}`)).status).toBe(404)
  expect((await lin.get(`/pools/${missing}/records/${missing}`)).status).toBe(404)
  for (let times = 0; times < 12; times += 1)
    expect((await lin.get('/audit')).body.code).toBe('not_permitted')
  const told = () =>
    vi.waitFor(
      async () => {
        const counts = (await kept()).flatMap(({ details, count }) =>
          Object(details).route === 'GET /api/v1/audit' ? [count] : [],
        )
        expect(counts).toContain(10)
        return counts
      },
      { timeout: 20_000 },
    )
  expect((await told()).length).toBeLessThan(12)
  const routes = (await kept()).map(({ details }) => Object(details).route)
  expect(routes).not.toContain('PATCH /api/v1/records/:object/:id')
  expect(server.logged).toEqual([])
})
