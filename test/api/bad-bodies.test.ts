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

const deep = (depth: number, inner = '1') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`
const company = (member: string) => `{"name":"B",${member}}`

type Case = [name: string, body: unknown, expected: Expected, headers?: Record<string, string>]

describe('bodies of POST /records/company', () => {
  test.each<Case>([
    ['malformed JSON', '{"name": "A', { code: 'malformed_json' }],
    ['single quotes', "{'name': 'A'}", { code: 'malformed_json' }],
    ['two documents', '{"name":"A"}{"name":"B"}', { code: 'malformed_json' }],
    ['NaN', '{"numberOfEmployees":NaN}', { code: 'malformed_json' }],
    ['an empty body', '', { code: 'malformed_json' }],
    ['no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), { code: 'malformed_json' }],
    ['null', null, invalid('', 'wrong_type')],
    ['a text', '"name"', invalid('', 'wrong_type')],
    ['a number', '42', invalid('', 'wrong_type')],
    ['an empty list', [], { code: 'batch_empty' }],
    ['a list of nothing', [null], invalid('/0', 'wrong_type')],
    ['a list of lists', [[{ name: 'A' }]], invalid('/0', 'wrong_type')],
    ['a list of texts', ['A'], invalid('/0', 'wrong_type')],
    [
      '10,001 records',
      Array.from({ length: 10_001 }, (_, n) => ({ name: `n${n}` })),
      { status: 413, code: 'batch_too_large' },
    ],
    ['2 MB of nesting', deep(1_000_000), { code: 'json_too_deep' }],
    ['2 MB of nested objects', '{"a":'.repeat(400_000), { code: 'json_too_deep' }],
    ['a NUL byte', company('"legalName":"a\\u0000b"'), invalid('/legalName', 'invalid_text')],
    ['a lone high surrogate', company('"legalName":"\\ud83d"'), invalid('/legalName', 'invalid_text')],
    ['a lone low surrogate', company('"legalName":"\\udc00x"'), invalid('/legalName', 'invalid_text')],
    ['a surrogate in a member', company('"a\\ud800":1'), invalid('', 'invalid_text')],
    ['__proto__', '{"__proto__": {"name": "A"}}', invalid('/__proto__', 'member_not_allowed')],
    ['__proto__ in a row', '[{"name":"A"},{"__proto__":{}}]', invalid('/1/__proto__', 'member_not_allowed')],
    [
      'constructor.prototype',
      '{"constructor":{"prototype":{}}}',
      invalid('/constructor', 'member_not_allowed'),
    ],
    ['an unknown field', company('"nam":1'), invalid('/nam', 'unknown_field')],
    ['a member with a slash', company('"a/b~c":1'), invalid('/a~1b~0c', 'unknown_field')],
    ['hasOwnProperty', company('"hasOwnProperty":1'), invalid('/hasOwnProperty', 'unknown_field')],
    ['a required field left out', {}, invalid('/name', 'required')],
    ['a required field blank', { name: '' }, invalid('/name', 'required')],
    ['a number as text', company('"numberOfEmployees":"12"'), invalid('/numberOfEmployees', 'wrong_type')],
    ['a text as number', { name: 12 }, invalid('/name', 'wrong_type')],
    ['a boolean as text', { name: true }, invalid('/name', 'wrong_type')],
    ['a list for a text', { name: ['A'] }, invalid('/name', 'wrong_type')],
    ['an object for a text', { name: { en: 'A' } }, invalid('/name', 'wrong_type')],
    [
      'a number out of range',
      company('"numberOfEmployees":1e300'),
      invalid('/numberOfEmployees', 'number_out_of_range'),
    ],
    [
      'an infinite number',
      company('"numberOfEmployees":1e999'),
      invalid('/numberOfEmployees', 'invalid_number'),
    ],
    [
      'money that is no number',
      company('"annualRevenue":"ten"'),
      invalid('/annualRevenue', 'invalid_number'),
    ],
    [
      'money without end',
      company(`"annualRevenue":"${'9'.repeat(30)}"`),
      invalid('/annualRevenue', 'number_out_of_range'),
    ],
    ['an unknown option', company('"industry":"alchemy"'), invalid('/industry', 'unknown_option')],
    ['an unknown currency', company('"currency":"ZZZ"'), invalid('/currency', 'invalid_currency')],
    ['a malformed relation', company('"parentId":"1"'), invalid('/parentId', 'invalid_id')],
    [
      'a relation to nothing',
      company('"parentId":"01890000-0000-7000-8000-000000000000"'),
      invalid('/parentId', 'record_not_found'),
    ],
    [
      'an owner who is nobody',
      company('"ownerId":"01890000-0000-7000-8000-000000000000"'),
      invalid('/ownerId', 'record_not_found'),
    ],
    ['a bad address', company('"address":{"planet":"Mars"}'), invalid('/address', 'invalid_address')],
    ['an address as text', company('"address":"Mars"'), invalid('/address', 'wrong_type')],
    ['an e-mail without @', company('"email":"acme"'), invalid('/email', 'invalid_email')],
    ['a script as URL', company('"website":"javascript:alert(1)"'), invalid('/website', 'invalid_url')],
    ['a text too long', { name: 'x'.repeat(100_000) }, invalid('/name', 'text_too_long')],
    ['a line break in a name', { name: 'a\nb' }, invalid('/name', 'line_break')],
    ['a malformed id', company('"id":"7"'), invalid('/id', 'invalid_id')],
    ['an id as number', company('"id":7'), invalid('/id', 'invalid_id')],
    ['version', company('"version":9'), invalid('/version', 'read_only_field')],
    ['createdAt', company('"createdAt":"2020-01-01T00:00:00Z"'), invalid('/createdAt', 'read_only_field')],
    ['createdBy', company('"createdBy":null'), invalid('/createdBy', 'read_only_field')],
    ['updatedAt', company('"updatedAt":null'), invalid('/updatedAt', 'read_only_field')],
    ['teamId', company('"teamId":null'), invalid('/teamId', 'read_only_field')],
    ['deletedAt', company('"deletedAt":null'), invalid('/deletedAt', 'read_only_field')],
    ['an inner column', company('"_search":"x"'), invalid('/_search', 'unknown_field')],
    ['a column name', company('"owner_id":null'), invalid('/owner_id', 'unknown_field')],
    [
      'a form',
      'name=A',
      { status: 415, code: 'unsupported_media_type' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    [
      'plain text',
      '{"name":"A"}',
      { status: 415, code: 'unsupported_media_type' },
      { 'content-type': 'text/plain' },
    ],
    [
      'no type at all',
      '{"name":"A"}',
      { status: 415, code: 'unsupported_media_type' },
      { 'content-type': '' },
    ],
    ['a bad If-Match', { name: 'A' }, invalid('If-Match', 'invalid_parameter'), { 'if-match': 'seven' }],
    [
      'a bad time zone',
      { name: 'A' },
      invalid('Time-Zone', 'invalid_parameter'),
      { 'time-zone': 'Mars/Olympus' },
    ],
    [
      'SQL as a time zone',
      { name: 'A' },
      invalid('Time-Zone', 'invalid_parameter'),
      { 'time-zone': "UTC'; drop table x --" },
    ],
    [
      'a bad Idempotency-Key',
      { name: 'A' },
      invalid('Idempotency-Key', 'invalid_parameter'),
      { 'idempotency-key': 'a b' },
    ],
    [
      'a long Idempotency-Key',
      { name: 'A' },
      invalid('Idempotency-Key', 'invalid_parameter'),
      { 'idempotency-key': 'k'.repeat(256) },
    ],
  ])('%s', async (_, body, expected, headers = {}) => {
    await refusals.expect(await client.send('POST', '/records/company', body, headers), expected)
  })

  test('an id that is there already', async () => {
    const answer = await client.post('/records/company', { id: refusals.id, name: 'B' })
    await refusals.expect(answer, { status: 409, code: 'id_taken', path: '/id' })
  })

  test('an id twice', async () => {
    const twice = { id: '01890000-0000-7000-8000-000000000001', name: 'B' }
    await refusals.expect(await client.post('/records/company', [twice, twice]), {
      code: 'duplicate_in_batch',
      path: '/1/id',
    })
  })

  test('every mistake of a batch is named', async () => {
    const { body, status } = await client.post('/records/company', [
      { name: 'good' },
      { name: 1 },
      { nam: 'B' },
      { name: 'C', email: 'x', website: ':' },
    ])
    expect(status).toBe(400)
    expect(body.errors?.map(({ path }) => path).sort()).toEqual([
      '/1/name',
      '/2/nam',
      '/3/email',
      '/3/website',
    ])
    await refusals.expectUntouched()
  })
})

describe('dates and moments', () => {
  test.each([
    ['closeDate', '2026-02-30', 'invalid_date'],
    ['closeDate', '2026-13-01', 'invalid_date'],
    ['closeDate', 'yesterday', 'invalid_date'],
    ['closeDate', '2026-11-20T00:00:00Z', 'invalid_date'],
    ['closeDate', '', undefined],
    ['closeDate', '0000-01-01', 'invalid_date'],
    ['closeDate', '99999-01-01', 'invalid_date'],
    ['closeDate', 20261120, 'wrong_type'],
  ])('%s = %j', async (field, value, code) => {
    const answer = await client.post('/records/deal', { name: 'D', [field]: value })
    if (code === undefined) expect(answer.status).toBe(201)
    else await refusals.expect(answer, invalid(`/${field}`, code))
  })

  test.each([
    ['dueAt', '2026-11-20', 'invalid_date_time'],
    ['dueAt', '2026-11-20T25:00:00Z', 'invalid_date_time'],
    ['dueAt', '2026-11-20T10:00:00', 'invalid_date_time'],
    ['dueAt', '+275760-09-13T00:00:00Z', 'invalid_date_time'],
    ['dueAt', 1_800_000_000, 'wrong_type'],
  ])('%s = %j', async (field, value, code) => {
    await refusals.expect(
      await client.post('/records/task', { subject: 'T', [field]: value }),
      invalid(`/${field}`, code),
    )
  })
})
