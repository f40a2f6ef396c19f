import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let client: Client
let acme: string

beforeAll(async () => {
  server = await startTestServer()
  client = server.key
  const rates = [
    { currency: 'USD', date: '2020-01-01', rate: '7' },
    { currency: 'USD', date: '2026-07-01', rate: '8' },
  ]
  expect((await client.put('/exchange-rates', rates)).status).toBe(200)
  const companies = [
    { name: 'Acme', industry: 'retail' },
    { name: '华为', industry: 'manufacturing' },
  ]
  const [first, second] = (await client.post('/records/company', companies)).records
  acme = first!.id
  const { records } = await client.post('/records/deal', [
    { name: 'a', companyId: acme, amount: '100', closeDate: '2026-01-31', source: null },
    { name: 'b', companyId: acme, amount: '10', currency: 'USD', closeDate: '2026-02-01' },
    { name: 'c', companyId: acme, amount: '10', currency: 'USD', closeDate: '2026-08-01' },
    { name: 'd', companyId: second!.id, amount: '0.1', closeDate: '2026-08-02' },
    { name: 'e', closeDate: null },
  ])
  expect(records).toHaveLength(5)
})
afterAll(() => server.stop())

const aggregate = async (query: object, headers?: Record<string, string>) =>
  (await client.post('/records/deal/aggregate', query, headers)).records

describe('POST /records/OBJECT/aggregate', () => {
  test('amounts are summed in the workspace’s currency at the dated rate, as decimal texts', async () => {
    const measures = ['sum', 'avg', 'min', 'max'].map((fn) => ({ fn, field: 'amount' }))
    expect(await aggregate({ measures })).toEqual([
      { 'sum(amount)': '250.1', 'avg(amount)': '62.525', 'min(amount)': '0.1', 'max(amount)': '100' },
    ])
  })

  test('in its own currency where currency is grouped or filtered', async () => {
    const measures = [{ fn: 'sum', field: 'amount', as: 'total' }]
    expect(await aggregate({ groupBy: ['currency'], measures })).toEqual([
      { currency: 'CNY', total: '100.1' },
      { currency: 'USD', total: '20' },
    ])
    expect(await aggregate({ filter: 'currency = "USD"', measures })).toEqual([{ total: '20' }])
  })

  test('dotted groups, a relation by its id, having, sort and limit', async () => {
    expect(
      await aggregate({
        groupBy: ['company.name', 'company'],
        measures: [{ fn: 'count' }, { fn: 'sum', field: 'amount', as: 'total' }],
        filter: 'not isBlank(company)',
        having: 'count > 1 and total > 100',
      }),
    ).toEqual([{ 'company.name': 'Acme', company: acme, count: 3, total: '250' }])
    expect(await aggregate({ groupBy: ['companyId'], sort: '-count', limit: 1 })).toEqual([
      { companyId: acme, count: 3 },
    ])
  })

  test('by months and by an expression that has a name', async () => {
    const month = { expression: 'startOf(closeDate, "month")', as: 'month' }
    expect(await aggregate({ groupBy: [month], filter: 'not isBlank(closeDate)', sort: '-month' })).toEqual([
      { month: '2026-08-01', count: 2 },
      { month: '2026-02-01', count: 1 },
      { month: '2026-01-01', count: 1 },
    ])
  })

  test('measures with a filter of their own', async () => {
    expect(
      await aggregate({
        measures: [
          { fn: 'count', filter: 'amount > 75', as: 'big' },
          { fn: 'count', field: 'closeDate', as: 'dated' },
          { fn: 'countDistinct', field: 'company', as: 'companies' },
          { fn: 'sum', field: 'amount', filter: 'company.industry = "manufacturing"', as: 'made' },
          { fn: 'avg', field: 'amount', filter: 'name = "nobody"', as: 'none' },
        ],
      }),
    ).toEqual([{ big: 2, dated: 4, companies: 2, made: '0.1', none: null }])
  })

  test('names of results are whole however long they are, and may be any text', async () => {
    const long = `if(isBlank(amount), 0, amount) * 1 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0`
    const rows = await aggregate({
      measures: [
        { fn: 'sum', field: long },
        { fn: 'count', as: '数量 "总"' },
        { fn: 'count', as: '__proto__x' },
      ],
      sort: ['-数量 "总"'],
    })
    expect(rows).toEqual([{ [`sum(${long})`]: '250.1', '数量 "总"': 5, __proto__x: 5 }])
  })

  test('a group is a day of the asker’s time zone', async () => {
    await client.post('/records/activity', {
      kind: 'note',
      subject: 'late',
      occurredAt: '2026-03-31T20:00:00Z',
    })
    const days = async (zone: string) =>
      (
        await client.post(
          '/records/activity/aggregate',
          { groupBy: [{ expression: 'date(occurredAt)', as: 'day' }] },
          { 'time-zone': zone },
        )
      ).records
    expect(await days('Asia/Shanghai')).toEqual([{ day: '2026-04-01', count: 1 }])
    expect(await days('America/New_York')).toEqual([{ day: '2026-03-31', count: 1 }])
  })
})

test('rates are read back, the newest first, and a new one reckons what it concerns anew', async () => {
  const total = async () =>
    (await aggregate({ measures: [{ fn: 'sum', field: 'amount', as: 'total' }] }))[0]!.total
  expect(await total()).toBe('250.1')
  const changes = await server.countChanges()
  await client.put('/exchange-rates', [{ currency: 'USD', date: '2026-07-01', rate: 9.5 }])
  expect((await client.get('/exchange-rates')).records).toEqual([
    { currency: 'USD', date: '2026-07-01', rate: '9.5' },
    { currency: 'USD', date: '2020-01-01', rate: '7' },
  ])
  expect(await total()).toBe('265.1')
  expect(await server.countChanges()).toBe(changes)
  const filtered = await client.get('/records/deal', { filter: 'amount > 90', sort: '-amount' })
  expect(filtered.records.map(({ name }) => name)).toEqual(['a', 'c'])
})
