import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepChangeLog } from '#server/core/changes/index.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let client: Client

beforeAll(async () => {
  server = await startTestServer()
  client = server.key
})
afterAll(() => server.stop())

describe('who asks', () => {
  test.each([
    ['nobody', {}],
    ['a key that is none', { authorization: 'Bearer kith_0000000000000000000000000000000000000000000' }],
    ['another scheme', { authorization: 'Basic a2l0aDpraXRo' }],
    ['a cookie that is none', { cookie: 'kith.session_token=a.b' }],
  ])('%s gets 401 everywhere', async (_, headers: Record<string, string>) => {
    const asker = server.client(headers)
    const paths = [
      '/records/company',
      '/objects',
      '/changes?since=0',
      '/events',
      '/openapi.json',
      '/settings',
      '/files/x',
    ]
    for (const path of paths)
      expect(await asker.get(path)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    expect((await asker.post('/records/company', { name: 'x' })).status).toBe(401)
  })

  test('a member writes records and leaves objects, settings and rates alone', async () => {
    const member = await server.addMember('Mei', 'member')
    const { status, record } = await member.post('/records/company', { name: 'By Mei' })
    expect(status).toBe(201)
    const [change] = (await member.get(`/records/company/${record.id}/changes`)).records
    expect(change).toMatchObject({ source: 'web', actor: { name: 'Mei', kind: 'user' } })
    const mine = await member.get('/records/company', { filter: 'owner = me()' })
    expect(mine.records.map(({ id }) => id)).toEqual([record.id])
    for (const [method, path, body] of [
      ['POST', '/objects', { name: 'x' }],
      ['POST', '/objects/company/fields', { name: 'x', type: 'text' }],
      ['DELETE', '/objects/company', undefined],
      ['PATCH', '/settings', { timeZone: 'UTC' }],
      ['PUT', '/exchange-rates', [{ currency: 'USD', date: '2026-01-01', rate: '7' }]],
    ] as const)
      expect(await member.send(method, path, body)).toMatchObject({
        status: 403,
        body: { code: 'not_permitted' },
      })
  })

  test('a write that another site makes a browser send is refused', async () => {
    const forged = {
      ...server.session.headers,
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    }
    const answer = await server.client(forged).post('/records/company', { name: 'x' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_site_request' } })
  })
})

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'order-1' }
  const count = async (name: string) =>
    (await client.get('/records/product', { filter: `name = "${name}"`, count: 'exact', limit: 1 })).body
      .count

  test('the same again gives the same records, another body is refused, another actor has keys of its own', async () => {
    const body = [{ name: 'once' }, { name: 'once' }]
    const first = await client.post('/records/product', body, key)
    const again = await client.post('/records/product', body, key)
    expect(again.status).toBe(201)
    expect(again.records.map(({ id }) => id)).toEqual(first.records.map(({ id }) => id))
    const other = await client.post('/records/product', [{ name: 'twice' }], key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    expect((await client.post('/records/company', { name: 'elsewhere' }, key)).status).toBe(201)
    expect((await server.session.post('/records/product', body, key)).status).toBe(201)
    expect(await count('once')).toBe(4)
  })

  test('a request that was refused leaves its key free', async () => {
    const free = { 'idempotency-key': 'free' }
    expect((await client.post('/records/product', { nam: 'x' }, free)).status).toBe(400)
    expect((await client.post('/records/product', { name: 'x' }, free)).status).toBe(201)
  })

  test('many at a time make one record', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        client.post('/records/product', { name: 'parallel' }, { 'idempotency-key': 'parallel' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map(({ record }) => record.id)).size).toBe(1)
    expect(await count('parallel')).toBe(1)
  })

  test('is forgotten after a day', async () => {
    const old = { 'idempotency-key': 'old' }
    await client.post('/records/product', { name: 'old' }, old)
    const aged = `update ${server.schema}._idempotency set created_at = created_at - interval '25 hours' where key = 'old'`
    expect((await server.pool.query(aged)).rowCount).toBe(1)
    const [{ id } = { id: '' }] = await server.kith.registry.list()
    await keepChangeLog(await server.kith.registry.get(id))
    expect((await client.post('/records/product', { name: 'new' }, old)).status).toBe(201)
    expect((await client.post('/records/product', { name: 'once more' }, key)).status).toBe(422)
  })
})

describe('Accept-Language and Time-Zone', () => {
  test.each([
    ['en', 'cannot be empty', 'en'],
    ['zh-CN,zh;q=0.9', '不能为空', 'zh-CN'],
    ['zh-Hant-HK', '不能', 'zh-TW'],
    ['fr, zh-TW;q=0.5', '不能', 'zh-TW'],
  ])('%s', async (language, text, spoken) => {
    const { body, headers } = await client.post('/records/company', {}, { 'accept-language': language })
    expect(body.errors?.[0]?.message).toContain(text)
    expect(headers['content-language']).toBe(spoken)
  })

  test('labels of fields are those of the language', async () => {
    const message = async (language: string) =>
      (await client.post('/records/company', {}, { 'accept-language': language })).body.errors?.[0]?.message
    const messages = await Promise.all(['en', 'zh-CN', 'zh-TW'].map(message))
    expect(new Set(messages).size).toBe(3)
  })

  test('today is the asker’s day', async () => {
    await client.post('/objects/product/fields', {
      name: 'madeOn',
      type: 'date',
      default: { expression: 'today()' },
    })
    const madeOn = async (zone: string) =>
      (await client.post('/records/product', { name: 'dated' }, { 'time-zone': zone })).record.madeOn
    const dayIn = (zone: string) => Temporal.Now.plainDateISO(zone).toString()
    // These two are never on the same day.
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const
    const before = zones.map(dayIn)
    const days = [await madeOn(zones[0]), await madeOn(zones[1])]
    const after = zones.map(dayIn)
    for (const [index, day] of days.entries()) expect([before[index], after[index]]).toContain(day)
    expect(days[0]).not.toBe(days[1])
    const found = await client.get(
      '/records/product',
      { filter: 'madeOn = today()' },
      { 'time-zone': zones[1] },
    )
    expect(found.records.map((row) => row.madeOn)).toContain(days[1])
    expect(found.records.map((row) => row.madeOn)).not.toContain(days[0])
  })
})
