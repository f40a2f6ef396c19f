import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listenAs } from '#test/support/event-stream.ts'
import { ownId } from '#test/support/own-id.ts'
import { type Client, type Row, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let admin: Client
let lin: Client
let bo: Client
let linId: string
let pool: Row
let free: Row
let owned: Row

const narrow = async (userId: string): Promise<void> => {
  const reach = {
    read: 'own',
    create: 'all',
    update: 'own',
    delete: 'own',
    transfer: 'own',
    export: 'own',
    import: 'none',
  }
  const role = await admin.post('/roles', {
    name: `Own ${userId}`,
    permissions: { usual: reach, objects: {}, fields: { lead: { source: 'hidden' } }, rights: [] },
  })
  await admin.put(`/role-assignments/${userId}`, { roleIds: [role.record.id] })
}

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.addMember('Ada', 'admin')
  lin = await server.addMember('Lin', 'member')
  bo = await server.addMember('Bo', 'member')
  linId = await ownId(lin)
  await narrow(linId)
  await narrow(await ownId(bo))
  const lead = { companyName: '三叶草科技', phone: '13812344477', description: 'secret', source: 'website' }
  free = (await admin.post('/records/lead', { name: 'Free', ownerId: null, ...lead })).record
  owned = (await admin.post('/records/lead', { name: 'Owned', ...lead })).record
  await admin.post('/records/lead', { name: 'Elsewhere', ownerId: null, ...lead, companyName: 'x' })
  const made = await admin.post('/pools', {
    object: 'lead',
    name: '华东公海',
    condition: 'companyName ＝ “三叶草科技”',
    fields: ['companyName', 'source'],
    members: [{ kind: 'user', id: linId }],
  })
  expect(made.status, made.text).toBe(201)
  pool = made.record
  await vi.waitFor(async () =>
    expect((await lin.get('/access')).record.permissions).toMatchObject({ usual: { read: 'own' } }),
  )
})
afterAll(() => server.stop())

const names = (records: readonly Row[]): unknown[] => records.map(({ name }) => name)

describe('a pool', () => {
  test('is told to its members, and how it is made to who keeps it', async () => {
    expect(pool).toMatchObject({
      condition: 'companyName = "三叶草科技"',
      members: [{ kind: 'user', id: linId }],
    })
    expect((await lin.get('/pools')).records).toEqual([
      { id: pool.id, object: 'lead', name: '华东公海', fields: ['companyName'], version: 1, member: true },
    ])
    expect((await bo.get('/pools')).records).toEqual([])
    expect((await admin.get('/pools')).records).toEqual([pool])
    expect(pool.member).toBe(false)
  })

  test('shows its records without an owner, by its fields alone', async () => {
    const seen = (await lin.get(`/pools/${pool.id}/records`)).records
    expect(names(seen)).toEqual(['Free'])
    expect(seen[0]).toMatchObject({ companyName: '三叶草科技', ownerId: null })
    expect(Object.keys(seen[0]!).sort()).toEqual([
      'companyName',
      'createdAt',
      'deletedAt',
      'id',
      'name',
      'ownerId',
      'updatedAt',
      'version',
    ])
    const one = await lin.get(`/pools/${pool.id}/records/${free.id}`)
    expect(one.record).toMatchObject({ name: 'Free', companyName: '三叶草科技' })
    expect(one.text).not.toContain('13812344477')
    expect((await lin.get(`/pools/${pool.id}/records/${owned.id}`)).body.code).toBe('record_missing')
    // The doors themselves stay closed.
    expect(names((await lin.get('/records/lead')).records)).toEqual([])
    expect((await lin.get(`/records/lead/${free.id}`)).status).toBe(404)
    expect((await lin.patch(`/records/lead/${free.id}`, { name: 'x' })).status).toBe(404)
  })

  test.each([
    { filter: 'phone = "13812344477"' },
    { filter: 'contains(description, "secret")' },
    { filter: 'source = "website"' },
    { sort: 'phone' },
    { fields: 'phone' },
    { filter: 'isBlank(team)' },
    { sort: 'updatedBy' },
    { fields: 'createdBy' },
    { include: 'createdBy' },
  ])('knows nothing of %j', async (query) => {
    const answer = await lin.get(`/pools/${pool.id}/records`, query)
    expect(answer.status, answer.text).toBe(400)
  })

  test('is filtered and searched by what it shows', async () => {
    const found = async (query: Readonly<Record<string, string>>) =>
      names((await lin.get(`/pools/${pool.id}/records`, query)).records)
    expect(await found({ filter: 'companyName = "三叶草科技"' })).toEqual(['Free'])
    expect(await found({ filter: 'isBlank(owner) or true' })).toEqual(['Free'])
    expect(await found({ search: 'Elsewhere' })).toEqual([])
  })

  test('lets a record go with its owner, and takes it in without one', async () => {
    await admin.patch(`/records/lead/${owned.id}`, { ownerId: null })
    expect(names((await lin.get(`/pools/${pool.id}/records`, { sort: 'name' })).records)).toEqual([
      'Free',
      'Owned',
    ])
    await admin.patch(`/records/lead/${owned.id}`, { ownerId: linId })
    expect(names((await lin.get(`/pools/${pool.id}/records`)).records)).toEqual(['Free'])
    expect((await lin.get(`/records/lead/${owned.id}`)).status).toBe(200)
  })

  test('is nobody else’s', async () => {
    const missing = '01890000-0000-7000-8000-000000000000'
    for (const path of [`/pools/${pool.id}/records`, `/pools/${pool.id}/records/${free.id}`]) {
      const [hers, never] = [await bo.get(path), await bo.get(path.replace(String(pool.id), missing))]
      expect(hers.body.code).toBe('pool_missing')
      expect({ ...hers.body, requestId: '' }).toEqual({ ...never.body, requestId: '' })
    }
    expect((await lin.patch(`/pools/${pool.id}`, { fields: ['phone'] })).body.code).toBe('not_permitted')
    expect((await lin.delete(`/pools/${pool.id}`)).body.code).toBe('not_permitted')
  })

  test('changes at once, and closes', async () => {
    const changed = await admin.patch(
      `/pools/${pool.id}`,
      { fields: ['phone'], condition: null },
      { 'if-match': '"1"' },
    )
    expect(changed.record, changed.text).toMatchObject({ version: 2, fields: ['phone'], condition: null })
    expect((await admin.patch(`/pools/${pool.id}`, { name: 'x' }, { 'if-match': '"1"' })).body.code).toBe(
      'version_conflict',
    )
    const seen = (await lin.get(`/pools/${pool.id}/records`, { sort: 'name' })).records
    expect(seen.map(({ name, phone }) => [name, phone])).toEqual([
      ['Elsewhere', '13812344477'],
      ['Free', '13812344477'],
    ])
    expect((await admin.delete(`/pools/${pool.id}`)).status).toBe(204)
    expect((await lin.get(`/pools/${pool.id}/records`)).body.code).toBe('pool_missing')
    expect((await admin.get('/audit', { kinds: 'poolChanged' })).records).toHaveLength(3)
  })

  test.each([
    [{ fields: ['nonsense'] }, '/fields'],
    [{ fields: ['owner'] }, '/fields'],
    [{ object: 'contact', fields: ['company'] }, '/fields'],
    [{ condition: 'nonsense = 1' }, '/condition'],
    [{ members: [{ kind: 'team', id: '01890000-0000-7000-8000-000000000000' }] }, '/grantee'],
  ])('with %j is refused', async (wrong, path) => {
    const answer = await admin.post('/pools', {
      ...{ object: 'lead', name: 'x', fields: [], members: [{ kind: 'everybody' }] },
      ...wrong,
    })
    expect(
      answer.body.errors?.map((issue) => issue.path),
      answer.text,
    ).toEqual([path])
  })

  test('opens nothing that its keeper does not see, and keeps what another one opened', async () => {
    const made = await admin.post('/pools', {
      ...{ object: 'lead', name: '线索公海', fields: ['phone', 'companyName'] },
      members: [{ kind: 'everybody' }],
    })
    const path = `/pools/${made.record.id}`
    const keeper = await server.addMember('Kai', 'member')
    const all = {
      ...{ read: 'all', create: 'all', update: 'all', delete: 'all' },
      ...{ transfer: 'all', export: 'all', import: 'all' },
    }
    const role = await admin.post('/roles', {
      name: 'Keeper',
      permissions: { usual: all, objects: {}, fields: { lead: { phone: 'hidden' } }, rights: ['roles'] },
    })
    await admin.put(`/role-assignments/${await ownId(keeper)}`, { roleIds: [role.record.id] })
    await vi.waitFor(async () =>
      expect((await keeper.get('/access')).record.permissions).toMatchObject({ rights: ['roles'] }),
    )
    const listed = (await keeper.get('/pools')).records.find(({ id }) => id === made.record.id)
    expect(listed).toMatchObject({ fields: ['companyName'], member: true })
    const refused = await keeper.patch(path, { fields: ['phone'] })
    expect(refused.body.errors?.map(({ code }) => code)).toEqual(['unknown_field'])
    const changed = await keeper.patch(path, { fields: ['source', 'companyName'] })
    expect(changed.record, changed.text).toMatchObject({ fields: ['source', 'companyName'] })
    const found = (await admin.get('/pools')).records.find(({ id }) => id === made.record.id)
    expect(found).toMatchObject({ fields: ['source', 'companyName', 'phone'] })

    // Nor is anything guessed by a condition: neither by one that they give, nor in one that another keeper gave.
    const about = { name: '猜', condition: 'phone = "13812344477"' }
    const conditions = [
      await keeper.patch(path, { condition: about.condition }),
      await keeper.post('/pools', {
        ...{ ...about, object: 'lead', fields: [], members: [{ kind: 'everybody' }] },
      }),
      await keeper.post('/sharing-rules', {
        ...{ ...about, object: 'lead', level: 'read', grantee: { kind: 'everybody' } },
      }),
    ]
    for (const { status, text, body } of conditions) {
      expect(status, text).toBe(400)
      expect(body.errors?.map((error) => error.code)).toEqual(['expression_unknown_field'])
    }
    await admin.patch(path, { condition: about.condition })
    const rule = await admin.post('/sharing-rules', {
      ...{ ...about, object: 'lead', level: 'read', grantee: { kind: 'user', id: linId } },
    })
    const [pools, rules] = [await keeper.get('/pools'), await keeper.get('/sharing-rules')]
    for (const { records, text } of [pools, rules]) {
      expect(text).not.toContain('138')
      expect(records).toContainEqual(expect.objectContaining({ condition: null, concealed: true }))
    }
    // It stays where they change another thing.
    await keeper.patch(path, { name: '线索' })
    await keeper.patch(`/sharing-rules/${rule.record.id}`, { name: '线索' })
    const [pool, shared] = [await admin.get('/pools'), await admin.get('/sharing-rules')]
    for (const { records } of [pool, shared])
      expect(records).toContainEqual(expect.objectContaining({ name: '线索', condition: about.condition }))
    await admin.delete(`/sharing-rules/${rule.record.id}`)

    // Who keeps pools hears of what another keeper does with one, whoever its members are.
    await admin.patch(path, { members: [{ kind: 'user', id: linId }] })
    const stream = await listenAs(server, keeper)
    expect((await admin.delete(path)).status).toBe(204)
    expect((await stream.next(({ event }) => event === 'access')).data).toEqual({ object: 'lead' })
    stream.close()
  })
})
