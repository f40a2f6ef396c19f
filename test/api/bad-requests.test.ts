import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'
import { type Expected, invalid, type Refusals, watchRefusals } from './refusals.ts'

let server: TestServer
let client: Client
let refusals: Refusals

beforeAll(async () => {
  server = await startTestServer()
  client = server.key
  refusals = await watchRefusals(server)
})
afterAll(() => server.stop())
beforeEach(() => refusals.begin())

/** A cursor with the right shape, which its server never made. */
const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

describe('queries of GET /records/company', () => {
  test.each<[string, Record<string, string>, Expected]>([
    ['an unknown parameter', { colour: 'red' }, invalid('colour', 'unknown_parameter')],
    ['__proto__ as parameter', { __proto__x: '1' }, invalid('__proto__x', 'unknown_parameter')],
    ['limit=0', { limit: '0' }, invalid('limit', 'number_out_of_range')],
    ['limit=-1', { limit: '-1' }, invalid('limit', 'number_out_of_range')],
    ['limit=1001', { limit: '1001' }, invalid('limit', 'number_out_of_range')],
    ['limit=1.5', { limit: '1.5' }, invalid('limit', 'wrong_type')],
    ['limit=ten', { limit: 'ten' }, invalid('limit', 'wrong_type')],
    ['count=all', { count: 'all' }, invalid('count', 'wrong_type')],
    ['a moment that is none', { at: 'yesterday' }, invalid('at', 'invalid_date_time')],
    ['a day as moment', { at: '2026-11-20' }, invalid('at', 'invalid_date_time')],
    ['a moment before all years', { at: '0000-01-01T00:00:00Z' }, invalid('at', 'invalid_date_time')],
    ['a cursor that is none', { cursor: '!!' }, invalid('cursor', 'invalid_cursor')],
    ['a forged cursor', { cursor: forged('x', '1', '2') }, invalid('cursor', 'invalid_cursor')],
    ['a cursor of numbers', { cursor: forged(1, 2) }, invalid('cursor', 'invalid_cursor')],
    ['a filter cut short', { filter: 'name = ' }, invalid('filter', 'expression_incomplete')],
    ['a filter of one brace', { filter: '(' }, invalid('filter', 'expression_incomplete')],
    ['an unknown field', { filter: 'nam = "A"' }, invalid('filter', 'expression_unknown_field')],
    ['an unknown function', { filter: 'sleep(1)' }, invalid('filter', 'expression_unknown_function')],
    ['no condition', { filter: 'name' }, invalid('filter', 'expression_type')],
    ['types that do not meet', { filter: 'name > 3' }, invalid('filter', 'expression_type')],
    [
      'an option that is none',
      { filter: 'industry = "alchemy"' },
      invalid('filter', 'expression_unknown_option'),
    ],
    ['a date that is none', { filter: 'createdAt > "2026-13-01"' }, invalid('filter', 'expression_type')],
    [
      'a number beyond',
      { filter: `numberOfEmployees > ${'9'.repeat(400)}` },
      invalid('filter', 'expression_number'),
    ],
    [
      'SQL in a filter',
      { filter: `name = 'x'; drop table company; --` },
      invalid('filter', 'expression_unexpected'),
    ],
    ['a comment of SQL', { filter: 'name = "A" -- ' }, invalid('filter', 'expression_incomplete')],
    [
      'deep nesting',
      { filter: `${'('.repeat(3_000)}name = "A"${')'.repeat(3_000)}` },
      invalid('filter', 'expression_too_deep'),
    ],
    [
      'deep negation',
      { filter: `${'not '.repeat(2_000)}name = "A"` },
      invalid('filter', 'expression_too_deep'),
    ],
    ['SQL in sort', { sort: 'name; drop table x' }, invalid('sort', 'expression_unexpected')],
    ['an unknown sort', { sort: 'nam' }, invalid('sort', 'expression_unknown_field')],
    ['a sort that is none', { sort: '-' }, invalid('sort', 'expression_incomplete')],
    ['a function as sort', { sort: 'lower(name)' }, invalid('sort', 'not_sortable')],
    ['an unsortable field', { sort: 'address' }, invalid('sort', 'not_sortable')],
    ['SQL in fields', { fields: 'name,(select 1)' }, invalid('fields', 'unknown_field')],
    ['an unknown field', { fields: 'nam' }, invalid('fields', 'unknown_field')],
    ['SQL in include', { include: 'parent"; --' }, invalid('include', 'unknown_field')],
    ['an include that is no relation', { include: 'name' }, invalid('include', 'not_a_relation')],
    ['an include too deep', { include: 'parent.parent.parent.parent' }, invalid('include', 'not_a_relation')],
    ['a prototype as include', { include: 'constructor' }, invalid('include', 'unknown_field')],
  ])('%s', async (_, query, expected) => {
    await refusals.expect(await client.get('/records/company', query), expected)
  })

  test('a parameter twice', async () => {
    const answer = await client.get('/records/company?limit=1&limit=2')
    await refusals.expect(answer, invalid('limit', 'wrong_type'))
  })

  test('a cursor that was altered', async () => {
    await client.post('/records/product', [{ name: 'a' }, { name: 'b' }])
    const { nextCursor } = (await client.get('/records/product', { limit: 1 })).body
    const [fingerprint] = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString())
    await refusals.begin()
    for (const parts of [
      [fingerprint, 'soon', 'no-id'],
      [fingerprint, '2026-01-01', "' or 1=1"],
    ]) {
      const answer = await client.get('/records/product', { limit: 1, cursor: forged(...parts) })
      await refusals.expect(answer, invalid('cursor', 'invalid_cursor'))
    }
  })
})

describe('addresses', () => {
  test.each<[string, string, string, unknown, Expected]>([
    ['a malformed id', 'GET', '/records/company/7', undefined, invalid('/id', 'invalid_id')],
    [
      'a NUL byte',
      'GET',
      '/records/company/%00',
      undefined,
      invalid('/api/v1/records/company/%00', 'invalid_text'),
    ],
    ['broken escapes', 'GET', '/records/company/%E0%A4', undefined, { code: 'bad_request' }],
    ['an unknown object', 'GET', '/records/compny', undefined, { status: 404, code: 'unknown_object' }],
    [
      'a prototype as object',
      'GET',
      '/records/__proto__',
      undefined,
      { status: 404, code: 'unknown_object' },
    ],
    ['constructor as object', 'POST', '/records/constructor', {}, { status: 404, code: 'unknown_object' }],
    [
      'SQL as object',
      'GET',
      `/records/${encodeURIComponent('company"; --')}`,
      undefined,
      { status: 404, code: 'unknown_object' },
    ],
    [
      'an unknown record',
      'GET',
      '/records/company/01890000-0000-7000-8000-000000000000',
      undefined,
      { status: 404, code: 'record_missing' },
    ],
    ['no route', 'GET', '/nowhere', undefined, { status: 404, code: 'route_not_found' }],
    ['a method not allowed', 'PUT', '/records/company/ID', {}, { status: 405, code: 'method_not_allowed' }],
    [
      'a method unheard of',
      'PROPFIND',
      '/records/company',
      undefined,
      { status: 405, code: 'method_not_allowed' },
    ],
    ['change without a body', 'PATCH', '/records/company/ID', undefined, invalid('', 'wrong_type')],
    ['change by a list', 'PATCH', '/records/company/ID', [{ name: 'B' }], invalid('', 'wrong_type')],
    [
      'change of the id',
      'PATCH',
      '/records/company/ID',
      { id: '01890000-0000-7000-8000-000000000000' },
      invalid('/id', 'read_only_field'),
    ],
    [
      'change of the version',
      'PATCH',
      '/records/company/ID',
      { version: 3 },
      invalid('/version', 'read_only_field'),
    ],
    ['many by an object', 'PATCH', '/records/company', { name: 'B' }, invalid('', 'wrong_type')],
    ['many without id', 'PATCH', '/records/company', [{ name: 'B' }], invalid('/0/id', 'required')],
    [
      'many with one unknown',
      'PATCH',
      '/records/company',
      [{ id: '01890000-0000-7000-8000-000000000000', name: 'B' }],
      invalid('/0/id', 'record_not_found'),
    ],
    ['upsert without on', 'PUT', '/records/product', { name: 'A' }, invalid('on', 'required')],
    [
      'upsert on a common field',
      'PUT',
      '/records/product?on=name',
      { name: 'A' },
      { code: 'not_unique_field' },
    ],
    ['upsert without a key', 'PUT', '/records/product?on=code', { name: 'A' }, invalid('/code', 'required')],
    ['delete with a body', 'DELETE', '/records/company', { ids: ['7'] }, invalid('/ids/0', 'invalid_id')],
    ['delete of none', 'DELETE', '/records/company', { ids: [] }, { code: 'batch_empty' }],
    [
      'restore of what is there',
      'POST',
      '/records/company/ID/restore',
      undefined,
      { status: 409, code: 'not_deleted' },
    ],
    ['restore with a body', 'POST', '/records/company/ID/restore', 'x', { code: 'malformed_json' }],
    [
      'history with a bad cursor',
      'GET',
      '/records/company/ID/changes?cursor=x',
      undefined,
      invalid('cursor', 'invalid_cursor'),
    ],
    [
      'history of 501',
      'GET',
      '/records/company/ID/changes?limit=501',
      undefined,
      invalid('limit', 'number_out_of_range'),
    ],
    [
      'the past in words',
      'GET',
      '/records/company/ID?at=then',
      undefined,
      invalid('at', 'invalid_date_time'),
    ],
    ['changes without since', 'GET', '/changes', undefined, invalid('since', 'required')],
    ['changes since nonsense', 'GET', '/changes?since=zzz', undefined, invalid('since', 'invalid_cursor')],
    [
      'changes since a forged snapshot',
      'GET',
      `/changes?since=${Buffer.from('1|9:1:').toString('base64url')}`,
      undefined,
      invalid('since', 'invalid_cursor'),
    ],
    [
      'changes since a number beyond',
      'GET',
      `/changes?since=${Buffer.from(`1|1:1:|1:1:|${'9'.repeat(19)}`).toString('base64url')}`,
      undefined,
      invalid('since', 'invalid_cursor'),
    ],
  ])('%s', async (_, method, path, body, expected) => {
    await refusals.expect(await client.send(method, path.replace('ID', refusals.id), body), expected)
  })
})

describe('bodies of PUT /exchange-rates', () => {
  const rate = { currency: 'USD', date: '2026-11-01', rate: '7.1' }
  test.each<[string, unknown, Expected]>([
    ['an object', rate, invalid('', 'wrong_type')],
    ['none', [], invalid('', 'batch_empty')],
    ['no rate', [{ currency: 'USD', date: '2026-11-01' }], invalid('/0/rate', 'required')],
    [
      'a rate of nothing',
      [rate, { ...rate, date: '2026-11-02', rate: '0' }],
      invalid('/1/rate', 'number_out_of_range'),
    ],
    ['a rate in words', [{ ...rate, rate: 'seven' }], invalid('/0/rate', 'wrong_type')],
    ['an unknown currency', [{ ...rate, currency: 'ZZZ' }], invalid('/0/currency', 'invalid_currency')],
    ['the own currency', [{ ...rate, currency: 'CNY' }], invalid('/0/currency', 'invalid_currency')],
    ['a day that is none', [{ ...rate, date: '2026-02-30' }], invalid('/0/date', 'invalid_date')],
    ['a day before all years', [{ ...rate, date: '0000-02-01' }], invalid('/0/date', 'invalid_date')],
    ['one day twice', [rate, rate], invalid('/1/date', 'duplicate_in_batch')],
    ['an unknown member', [{ ...rate, from: 'x' }], invalid('/0/from', 'member_not_allowed')],
  ])('%s', async (_, body, expected) => {
    await refusals.expect(await client.put('/exchange-rates', body), expected)
    expect((await client.get('/exchange-rates')).records).toEqual([])
  })
})

describe('bodies of POST /records/deal/aggregate', () => {
  test.each<[string, unknown, Expected]>([
    ['a list', [], invalid('', 'wrong_type')],
    ['an unknown member', { group: ['stage'] }, invalid('/group', 'member_not_allowed')],
    ['a text for a list', { groupBy: 'stage' }, invalid('/groupBy', 'wrong_type')],
    ['SQL in groupBy', { groupBy: ['stage; drop table x'] }, invalid('/groupBy/0', 'expression_unexpected')],
    ['an unknown group', { groupBy: ['stge'] }, invalid('/groupBy/0', 'expression_unknown_field')],
    [
      'an unknown function',
      { measures: [{ fn: 'median', field: 'amount' }] },
      invalid('/measures/0/fn', 'wrong_type'),
    ],
    [
      'a sum of text',
      { measures: [{ fn: 'sum', field: 'name' }] },
      { code: 'invalid_measure', path: '/measures/0' },
    ],
    ['a sum of nothing', { measures: [{ fn: 'sum' }] }, { code: 'invalid_measure', path: '/measures/0' }],
    [
      'a bad measure filter',
      { measures: [{ fn: 'count', filter: 'nam = 1' }] },
      invalid('/measures/0', 'expression_unknown_field'),
    ],
    ['a bad filter', { filter: 'amount >' }, invalid('/filter', 'expression_incomplete')],
    ['a huge filter', { filter: `name = "${'x'.repeat(100_001)}"` }, invalid('/filter', 'text_too_long')],
    [
      'a wide filter',
      { filter: Array.from({ length: 8_000 }, () => 'amount>1').join(' or ') },
      invalid('/filter', 'expression_too_deep'),
    ],
    [
      'a deep filter',
      { filter: `${'('.repeat(40_000)}1${')'.repeat(40_000)}` },
      invalid('/filter', 'expression_too_deep'),
    ],
    ['a bad having', { having: 'sum(amount) > 3' }, invalid('/having', 'expression_unknown_function')],
    ['an unknown sort', { sort: '-total' }, { code: 'unknown_parameter', path: '/sort' }],
    ['limit 0', { limit: 0 }, invalid('/limit', 'number_out_of_range')],
    ['limit as text', { limit: '3' }, invalid('/limit', 'wrong_type')],
    ['nothing to compute', { measures: [] }, invalid('/measures', 'required')],
    ['a moment before all years', { at: '0000-01-01T00:00:00Z' }, invalid('/at', 'invalid_date_time')],
    ['one name twice', { groupBy: ['name', 'name'] }, { status: 409, code: 'name_taken' }],
    [
      'nine groups',
      { groupBy: Array.from({ length: 9 }, (_, n) => ({ expression: 'name', as: `n${n}` })) },
      invalid('/groupBy', 'too_many_values'),
    ],
    [
      'a group of an address',
      { groupBy: ['company.address'] },
      { code: 'not_groupable', path: '/groupBy/0' },
    ],
  ])('%s', async (_, body, expected) => {
    await refusals.expect(await client.post('/records/deal/aggregate', body), expected)
  })
})

describe('what is no ordinary request', () => {
  /** Sends bytes as they are. @returns all that comes back until the server closes */
  async function sendRaw(text: string): Promise<string> {
    const { hostname, port } = new URL(server.address)
    const socket = connect(Number(port), hostname)
    socket.end(text)
    return (await socket.toArray()).join('')
  }
  const problemIn = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))
  const authorization = () => `authorization: ${client.headers.authorization}\r\n`

  test.each<[string, () => string, number, string]>([
    [
      'a header too long',
      () => `GET /api/v1/records/company HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'an address too long',
      () => `GET /api/v1/records/company?filter=${'x'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    ['no HTTP', () => 'EHLO kith\r\n\r\n', 400, 'bad_request'],
    [
      'a length that is no number',
      () =>
        `POST /api/v1/records/company HTTP/1.1\r\nhost: x\r\n${authorization()}content-length: ten\r\n\r\n{}`,
      400,
      'bad_request',
    ],
    [
      'two lengths',
      () =>
        `POST /api/v1/records/company HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`,
      400,
      'bad_request',
    ],
    [
      'a body that ends early',
      () =>
        `POST /api/v1/records/company HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${authorization()}content-type: application/json\r\ncontent-length: 50\r\n\r\n{"name":`,
      400,
      'bad_request',
    ],
  ])('%s', async (_, text, status, code) => {
    const answer = await sendRaw(text())
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(problemIn(answer)).toMatchObject({ status, code })
    await refusals.expectUntouched()
  })

  test('a body beyond 32 MB', async () => {
    const answer = await client.post('/records/company', `{"name":"${'x'.repeat(33 * 1024 * 1024)}"}`)
    await refusals.expect(answer, { status: 413, code: 'body_too_large' })
  })
})
