import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidv7 } from '#shared/uuid.ts'
import { type Client, type Row, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let client: Client

beforeAll(async () => {
  server = await startTestServer()
  client = server.key
})
afterAll(() => server.stop())

const namesOf = (rows: readonly Row[]) => rows.map(({ name }) => name)
const past = () => new Promise((settle) => setTimeout(settle, 15))

describe('GET /records/OBJECT', () => {
  let parent: Row
  let moment: string

  beforeAll(async () => {
    parent = (
      await client.post('/records/company', { name: '华为技术', industry: 'manufacturing', level: null })
    ).record
    const sizes = [30, 10, null, 20]
    await client.post(
      '/records/company',
      sizes.map((numberOfEmployees, index) => ({
        name: `Child ${index}`,
        numberOfEmployees,
        parentId: parent.id,
        industry: index % 2 === 0 ? 'retail' : 'media',
      })),
    )
    await past()
    moment = new Date().toISOString()
    await past()
    await client.patch(`/records/company/${parent.id}`, { name: '华为集团' })
  })

  test('filter over relations, sort with blanks last, fields, include', async () => {
    const { records, body, status } = await client.get('/records/company', {
      filter: 'parent.name = "华为集团" and industry in ("retail", "media")',
      sort: '-numberOfEmployees,name',
      fields: 'name,parentId',
      include: 'parent,parent.owner',
    })
    expect(status).toBe(200)
    expect(namesOf(records)).toEqual(['Child 0', 'Child 3', 'Child 1', 'Child 2'])
    expect(Object.keys(records[0]!).sort()).toEqual(['id', 'name', 'parent', 'parentId'])
    expect(records[0]!.parent).toMatchObject({ id: parent.id, name: '华为集团', owner: { name: '王芳' } })
    expect(body.nextCursor).toBeNull()
    expect(body).not.toHaveProperty('count')
  })

  test('pages by cursor give each record once; a cursor belongs to its query', async () => {
    const seen: unknown[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = { filter: 'not isBlank(parent)', sort: 'numberOfEmployees', limit: 1, count: 'exact' }
      const page = await client.get('/records/company', cursor === '' ? query : { ...query, cursor })
      expect(page.body.count).toBe(4)
      seen.push(...namesOf(page.records))
      cursor = page.body.nextCursor
    }
    expect(seen).toEqual(['Child 1', 'Child 3', 'Child 0', 'Child 2'])
    const first = await client.get('/records/company', { limit: 1, sort: 'name' })
    const other = await client.get('/records/company', { sort: '-name', cursor: first.body.nextCursor ?? '' })
    expect(other.body.code).toBe('invalid_cursor')
  })

  test('an estimate of few is exact; search finds parts, pinyin and initials', async () => {
    expect((await client.get('/records/company', { count: 'estimate', limit: 1 })).body.count).toBe(5)
    for (const search of ['集团', 'huawei', 'hwjt', '华为'])
      expect(namesOf((await client.get('/records/company', { search })).records)).toEqual(['华为集团'])
  })

  test('the past of a list, a count, a record and an aggregate', async () => {
    const filter = 'name = "华为技术"'
    const then = await client.get('/records/company', { at: moment, filter, count: 'exact' })
    expect(then.body).toMatchObject({ count: 1, data: [{ id: parent.id, name: '华为技术', version: 1 }] })
    expect((await client.get(`/records/company/${parent.id}`, { at: moment })).record.name).toBe('华为技术')
    const counted = await client.post('/records/company/aggregate', { filter, at: moment })
    expect(counted.records).toEqual([{ count: 1 }])
    expect((await client.get('/records/company', { filter })).records).toEqual([])
    const early = await client.get(`/records/company/${parent.id}`, { at: '2020-01-01T08:00:00+08:00' })
    expect(early).toMatchObject({ status: 404, body: { code: 'record_missing' } })
  })
})

describe('writing', () => {
  test('one record: all of its system fields, an id of the client’s', async () => {
    const id = uuidv7()
    const { status, record } = await client.post('/records/company', { id, name: 'Own', currency: 'USD' })
    expect(status).toBe(201)
    const user = (await client.get('/records/user')).records[0]!
    expect(record).toMatchObject({ id, version: 1, ownerId: user.id, deletedAt: null, currency: 'USD' })
    expect(record.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(record).toEqual((await client.get(`/records/company/${id}`)).record)
  })

  test('many records are all made or none; minimal answers hold ids alone', async () => {
    const before = await server.countChanges()
    const bad = await client.post('/records/product', [{ name: 'good' }, { name: 'bad', price: 'x' }])
    expect(bad.body.errors).toMatchObject([{ path: '/1/price', code: 'invalid_number' }])
    expect(await server.countChanges()).toBe(before)
    const rows = Array.from({ length: 10_000 }, (_, n) => ({ name: `Bulk ${n}` }))
    const made = await client.post('/records/product', rows, { prefer: 'return=minimal' })
    expect(made).toMatchObject({ status: 201 })
    expect(new Set(made.records.map(({ id }) => id)).size).toBe(10_000)
    expect(Object.keys(made.records[0]!)).toEqual(['id'])
    const counted = await client.get('/records/product', {
      filter: 'startsWith(name, "Bulk")',
      count: 'exact',
      limit: 1,
    })
    expect(counted.body.count).toBe(10_000)
  })

  test('PATCH one and many; a change that changes nothing keeps the version', async () => {
    const [a, b] = (await client.post('/records/product', [{ name: 'a' }, { name: 'b' }])).records as [
      Row,
      Row,
    ]
    const changed = await client.patch(`/records/product/${a.id}`, { unit: 'kg' })
    expect(changed.record).toMatchObject({ unit: 'kg', version: 2 })
    expect((await client.patch(`/records/product/${a.id}`, { unit: 'kg' })).record.version).toBe(2)
    const both = await client.patch('/records/product', [
      { id: b.id, name: 'b2' },
      { id: a.id, unit: null },
    ])
    expect(both.records).toMatchObject([
      { id: b.id, name: 'b2', unit: b.unit },
      { id: a.id, name: 'a', unit: null, version: 3 },
    ])
    const none = await client.patch('/records/product', [
      { id: b.id, name: 'b3' },
      { id: uuidv7(), name: 'x' },
    ])
    expect(none.body.errors).toMatchObject([{ path: '/1/id', code: 'record_not_found' }])
    expect((await client.get(`/records/product/${b.id}`)).record.name).toBe('b2')
  })

  test.each([undefined, 'return=minimal'])(
    'If-Match refuses a stale version with the record as it is (%s)',
    async (prefer) => {
      const { id } = (await client.post('/records/product', { name: 'first' })).record
      const headers = { 'if-match': '"1"', ...(prefer && { prefer }) }
      expect((await client.patch(`/records/product/${id}`, { name: 'second' }, headers)).status).toBe(200)
      const stale = await client.patch(`/records/product/${id}`, { name: 'third' }, headers)
      expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
      expect(stale.body.current).toMatchObject({ id, name: 'second', version: 2 })
      expect((await client.get(`/records/product/${id}`)).record.name).toBe('second')
    },
  )

  test('of two who change one version at a time, one is refused', async () => {
    const { id } = (await client.post('/records/product', { name: 'shared' })).record
    const answers = await Promise.all(
      ['left', 'right'].map((name) => client.patch(`/records/product/${id}`, { name }, { 'if-match': '1' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('upsert by a unique field; doubles are named', async () => {
    const one = await client.put('/records/product?on=code', { code: 'P-1', name: 'Pump', unit: 'pc' })
    expect(one.status).toBe(201)
    const again = await client.put('/records/product?on=code', { code: 'P-1', name: 'Pump 2' })
    expect(again).toMatchObject({ status: 200, record: { id: one.record.id, name: 'Pump 2', unit: 'pc' } })
    const rows = [
      { code: 'P-2', name: 'Valve' },
      { code: 'P-1', name: 'Pump 3' },
    ]
    const many = await client.put('/records/product?on=code', rows)
    expect(many.records).toMatchObject(rows)
    const doubles = await client.put('/records/product?on=code', [...rows, { code: 'P-2', name: 'Other' }])
    expect(doubles.body).toMatchObject({ code: 'duplicate_in_batch', errors: [{ path: '/2/code' }] })
    expect(doubles.body.detail).toMatch(/1.*3/)
    const taken = await client.post('/records/product', { code: 'P-1', name: 'Twin' })
    expect(taken).toMatchObject({
      status: 409,
      body: { code: 'value_not_unique', errors: [{ path: '/code' }] },
    })
  })

  test('the recycle bin and back', async () => {
    const { id } = (await client.post('/records/product', { name: 'Gone', code: 'G-1' })).record
    expect(await client.delete(`/records/product/${id}`)).toMatchObject({ status: 204, text: '' })
    expect((await client.get(`/records/product/${id}`)).status).toBe(404)
    expect((await client.delete(`/records/product/${id}`)).status).toBe(404)
    const bin = await client.get('/records/product', { filter: 'not isBlank(deletedAt)' })
    expect(bin.records.map((row) => row.id)).toEqual([id])
    const { id: twin } = (await client.post('/records/product', { name: 'Twin', code: 'G-1' })).record
    const collides = await client.post(`/records/product/${id}/restore`)
    expect(collides).toMatchObject({ status: 409, body: { code: 'value_not_unique' } })
    expect((await client.delete('/records/product', { ids: [twin] })).status).toBe(204)
    expect((await client.post(`/records/product/${id}/restore`)).record).toMatchObject({
      id,
      deletedAt: null,
    })
    expect((await client.get(`/records/product/${id}`)).record.code).toBe('G-1')
  })

  test('relations named xs, any records and addresses come back as they were given', async () => {
    const { id } = (
      await client.post('/records/company', { name: 'Party', address: { country: 'CN', city: '苏州市' } })
    ).record
    const regarding = [{ object: 'company', id }]
    const contact = (await client.post('/records/contact', { name: '张伟', companyId: id })).record
    const participants = [{ object: 'contact', id: contact.id }]
    const activity = await client.post('/records/activity', {
      kind: 'call',
      subject: 'Hello',
      regarding,
      participants,
    })
    expect(activity.record).toMatchObject({ regarding, participants })
    const [company] = (await client.get('/records/company', { filter: 'address.city = "苏州市"' })).records
    expect(company).toMatchObject({ id, address: { country: 'CN', city: '苏州市' } })
    expect(company!.lastActivityAt).not.toBeNull()
  })
})

describe('GET /records/OBJECT/ID/changes', () => {
  test('who, when, from where, before and after, the newest first, in pages', async () => {
    const { id } = (await client.post('/records/product', { name: 'one' })).record
    await server.session.patch(`/records/product/${id}`, { name: 'two' })
    await client.delete(`/records/product/${id}`)
    await client.post(`/records/product/${id}/restore`)
    const all = await client.get(`/records/product/${id}/changes`)
    expect(all.records).toMatchObject([
      { action: 'restore', version: 4 },
      { action: 'delete', version: 3 },
      {
        action: 'update',
        source: 'web',
        actor: { kind: 'user', name: '王芳' },
        before: { name: 'one' },
        after: { name: 'two' },
      },
      { action: 'create', source: 'api', actor: { kind: 'key', name: 'Test' }, before: null },
    ])
    const first = await client.get(`/records/product/${id}/changes`, { limit: 3 })
    const rest = await client.get(`/records/product/${id}/changes`, {
      limit: 3,
      cursor: first.body.nextCursor ?? '',
    })
    expect([...first.records, ...rest.records]).toEqual(all.records)
    expect(rest.body.nextCursor).toBeNull()
    const nobody = await client.get(`/records/product/${uuidv7()}/changes`)
    expect(nobody).toMatchObject({ status: 404, body: { code: 'record_missing' } })
  })
})
