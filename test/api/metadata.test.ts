import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let client: Client

beforeAll(async () => {
  server = await startTestServer()
  client = server.key
})
afterAll(() => server.stop())

const label = { en: 'Contract', 'zh-CN': '合同', 'zh-TW': '合約' }

describe('objects and fields while the server runs', () => {
  test('are made, described and used at once', async () => {
    const made = await client.post('/objects', {
      name: 'contract',
      label,
      icon: 'file-text',
      fields: [
        { name: 'number', type: 'autoNumber', prefix: 'C-', digits: 5 },
        { name: 'company', type: 'relation', to: 'company', required: true },
        {
          name: 'state',
          type: 'select',
          options: [
            { value: 'draft' },
            { value: 'signed', label: { en: 'Signed', 'zh-CN': '已签', 'zh-TW': '已簽' }, color: 'green' },
          ],
          default: 'draft',
        },
        { name: 'signedOn', type: 'date', default: { expression: 'today()' } },
        { name: 'value', type: 'money', min: 0 },
        { name: 'reference', type: 'text', unique: true },
      ],
    })
    expect(made).toMatchObject({ status: 201, record: { name: 'contract', label } })
    const described = (await client.get('/objects')).records.find(({ name }) => name === 'contract')
    expect(described).toEqual(made.record)
    expect((await client.get('/objects/contract')).record).toEqual(made.record)
    const fields = (await client.get('/objects/contract/fields')).records
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['number', 'company', 'state', 'name']),
    )

    const companyId = (await client.post('/records/company', { name: 'Acme' })).record.id
    const { record } = await client.post('/records/contract', { name: 'First', companyId, value: '12.50' })
    expect(record).toMatchObject({ number: 'C-00001', state: 'draft', value: '12.5', currency: 'CNY' })
    expect(record.signedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    const filter = 'state = "已签" or company.name = "Acme" and value > 12'
    const found = await client.get('/records/contract', {
      filter,
      include: 'company',
    })
    expect(found.records).toMatchObject([{ id: record.id, company: { name: 'Acme' } }])
    const negative = await client.post('/records/contract', { name: 'Second', companyId, value: '-1' })
    expect(negative.body).toMatchObject({ code: 'number_out_of_range', errors: [{ path: '/value' }] })
    const alone = await client.post('/records/contract', { name: 'Third' })
    expect(alone.body).toMatchObject({ code: 'required', errors: [{ path: '/companyId' }] })
  })

  test('a field that comes later is there for the records that are', async () => {
    const field = await client.post('/objects/contract/fields', {
      name: 'pages',
      type: 'number',
      label: 'Pages',
    })
    expect(field).toMatchObject({ status: 201, record: { name: 'pages', type: 'number' } })
    const [record] = (await client.get('/records/contract')).records
    expect(record).toHaveProperty('pages', null)
    expect((await client.patch(`/records/contract/${record!.id}`, { pages: 3 })).record.pages).toBe(3)
  })

  test('a rename keeps values and history; the old name is unknown and the new one suggested', async () => {
    const [{ id } = { id: '' }] = (await client.get('/records/contract')).records
    const renamed = await client.patch('/objects/contract/fields/pages', { name: 'pageCount' })
    expect(renamed.record).toMatchObject({ name: 'pageCount' })
    expect((await client.get(`/records/contract/${id}`)).record.pageCount).toBe(3)
    const [last] = (await client.get(`/records/contract/${id}/changes`)).records
    expect(last).toMatchObject({ before: { pageCount: null }, after: { pageCount: 3 } })
    const old = await client.patch(`/records/contract/${id}`, { pages: 4 })
    expect(old.body).toMatchObject({ code: 'unknown_field', errors: [{ path: '/pages' }] })
    expect((await client.patch('/objects/contract', { name: 'agreement' })).record.name).toBe('agreement')
    expect((await client.get(`/records/agreement/${id}`)).record.pageCount).toBe(3)
    expect((await client.get(`/records/agreement/${id}/changes`)).records[0]).toMatchObject({
      object: 'agreement',
    })
    expect((await client.get('/records/contract')).status).toBe(404)
  })

  test('a rule that records break is refused with their number', async () => {
    const companyId = (await client.get('/records/company')).records[0]!.id
    const twins = ['x', 'x'].map((name) => ({ name, companyId }))
    expect((await client.post('/records/agreement', twins)).status).toBe(201)
    const unique = await client.patch('/objects/agreement/fields/name', { unique: true })
    expect(unique).toMatchObject({ status: 409, body: { code: 'existing_values_conflict' } })
  })

  test('a custom field and object go; what is shipped stays', async () => {
    expect((await client.delete('/objects/agreement/fields/pageCount')).status).toBe(204)
    expect((await client.get('/records/agreement', { fields: 'pageCount' })).body.code).toBe('unknown_field')
    expect((await client.delete('/objects/agreement')).status).toBe(204)
    expect((await client.get('/records/agreement')).status).toBe(404)
    expect((await client.delete('/objects/company')).body.code).toBe('object_protected')
    expect((await client.delete('/objects/company/fields/name')).body.code).toBe('field_protected')
  })

  test('two administrators at a time do no harm', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        client.post('/objects/product/fields', { name: `extra${n % 3}`, type: 'text' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409])
    expect((await client.post('/records/product', { name: 'p', extra0: 'a', extra2: 'c' })).status).toBe(201)
  })

  test('the ETag follows the metadata', async () => {
    const before = (await client.get('/objects')).headers.etag
    expect((await client.get('/objects')).headers.etag).toBe(before)
    await client.post('/objects/product/fields', { name: 'later', type: 'boolean' })
    expect((await client.get('/objects')).headers.etag).not.toBe(before)
  })
})

test('settings are read and changed by members of them that the body names', async () => {
  const { record: settings } = await client.get('/settings')
  expect(settings).toMatchObject({ language: 'en', timeZone: 'Asia/Shanghai', currency: 'CNY' })
  const changed = await client.patch('/settings', { timeZone: 'Asia/Taipei' })
  expect(changed.record).toEqual({ ...settings, timeZone: 'Asia/Taipei' })
  expect((await client.get('/settings')).body).toEqual(changed.body)
  const refused = await client.patch('/settings', { timeZone: 'Asia/Atlantis', fiscalYear: 1 })
  expect(refused.body.errors?.map(({ path }) => path).sort()).toEqual(['/fiscalYear', '/timeZone'])
})
