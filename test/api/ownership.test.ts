import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let admin: Client
let lin: Client
let adminUser: { id: string; name: string }
let linId: string

const userOf = async (client: Client) =>
  ((await client.get('/auth/session')).body as unknown as { user: { id: string; name: string } }).user

beforeAll(async () => {
  server = await startTestServer('zh-CN')
  admin = await server.addMember('Ada', 'admin')
  lin = await server.addMember('Lin', 'member')
  const { id, name } = await userOf(admin)
  adminUser = { id, name }
  linId = (await userOf(lin)).id
  const reach = {
    read: 'own',
    create: 'all',
    update: 'own',
    delete: 'own',
    transfer: 'own',
    export: 'own',
    import: 'all',
  }
  const fields = { company: { email: 'masked' } }
  const role = await admin.post('/roles', {
    name: 'Own',
    permissions: { usual: reach, objects: {}, fields, rights: [] },
  })
  await admin.put(`/role-assignments/${linId}`, { roleIds: [role.record.id] })
  await admin.post('/records/company', [
    { name: '三叶草科技', phone: '13812344477', code: 'A-1', email: 'a@example.com', description: 'secret' },
    { name: '公海客户', ownerId: null, code: 'A-2' },
    { name: '自己的', ownerId: linId, code: 'A-3' },
  ])
  await vi.waitFor(async () =>
    expect((await lin.get('/access')).record.permissions).toMatchObject({ usual: { read: 'own' } }),
  )
})
afterAll(() => server.stop())

const ask = (client: Client, values: object) => client.post('/records/company/ownership', { values })
const told = async () => (await admin.get('/audit', { kinds: 'ownershipChecked' })).records

describe('who is about to make a record', () => {
  test('is told that it is there and whose it is, and nothing more', async () => {
    const answer = await ask(lin, { name: '三叶草科技', phone: '+86 138 1234 4477', code: 'none' })
    expect(answer.records, answer.text).toEqual([
      { field: 'name', owner: adminUser },
      { field: 'phone', owner: adminUser },
    ])
    expect((await ask(lin, { code: 'A-2' })).records).toEqual([{ field: 'code', owner: null }])
    expect((await ask(lin, { name: '自己的' })).records).toMatchObject([
      { field: 'name', owner: { id: linId }, id: expect.any(String) },
    ])
    expect((await ask(lin, { name: '无此客户' })).records).toEqual([])
    const entries = await told()
    expect(entries).toHaveLength(2)
    expect(JSON.stringify(entries)).not.toContain('13812344477')
  })

  test.each([
    [{ description: 'secret' }, 'no_sign'],
    [{ email: 'a@example.com' }, 'no_sign'],
    [{ nonsense: 'x' }, 'unknown_field'],
    [{ name: 7 }, 'wrong_type'],
  ])('asks by %j in vain', async (values, code) => {
    const answer = await ask(lin, values)
    expect(
      answer.body.errors?.map((issue) => issue.code),
      answer.text,
    ).toEqual([code])
  })

  test('is refused a unique value of an unseen record with its owner beside, by every way of writing', async () => {
    const before = (await told()).length
    const double = { name: 'x', code: 'A-1' }
    const writes = [
      lin.post('/records/company', double),
      lin.post('/records/company', [{ name: 'y' }, double]),
      lin.put('/records/company?on=code', double),
    ]
    for (const answer of await Promise.all(writes)) {
      expect(answer.body, answer.text).toMatchObject({
        code: 'value_not_unique',
        holder: { owner: adminUser },
      })
      expect(answer.body.errors).toMatchObject([
        { code: 'value_held', message: '“A-1” exists already and is Ada’s' },
      ])
      expect(answer.text).not.toContain('三叶草')
    }
    // Of a record that is in sight nobody needs to be told.
    const own = await lin.post('/records/company', { name: 'x', code: 'A-3' })
    expect(own.body.code).toBe('value_not_unique')
    expect(own.body).not.toHaveProperty('holder')
    expect(await told()).toHaveLength(before + 3)
    expect((await admin.get('/records/company', { count: 'exact' })).body.count).toBe(3)
  })

  test('may ask so often an hour, in one way or another; who sees everything as often as they like', async () => {
    const asked = await Promise.all(
      Array.from({ length: 70 }, (_, index) => ask(lin, { code: `B-${index}` })),
    )
    const refused = asked.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(10)
    expect(refused[0]!.body.code).toBe('too_many_requests')
    const double = await lin.post('/records/company', { name: 'x', code: 'A-1' })
    expect(double.body.code, double.text).toBe('too_many_requests')
    expect((await lin.post('/records/company', { name: '新客户', code: 'C-1' })).status).toBe(201)
    expect((await ask(admin, { code: 'A-1' })).status).toBe(200)
  })
})
