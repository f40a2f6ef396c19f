import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationsWith } from '#server/rooms.ts'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let clients: readonly Client[]
let ids: readonly string[]

beforeAll(async () => {
  server = await startTestServer()
  clients = [server.key, server.session]
  const made = await server.key.post('/records/company', [{ name: 'A', code: 'A' }, { name: '华为' }])
  ids = made.records.map(({ id }) => id)
})
afterAll(() => server.stop())

const names = [
  ...[
    'id',
    'name',
    'code',
    'amount',
    'company',
    'companyId',
    'parent.name',
    'currency',
    'address',
    'address.city',
  ],
  ...[
    'createdAt',
    'deletedAt',
    'ownerId',
    'tags',
    'regarding',
    'participants',
    'stage.outcome',
    'closeDate',
    'type',
  ],
  ...[
    'fields',
    'label',
    'options',
    'to',
    'default',
    'required',
    'unique',
    'title',
    'ids',
    'filter',
    'groupBy',
    'fn',
  ],
  ...[
    'measures',
    'having',
    'sort',
    'limit',
    'at',
    'search',
    'on',
    'rate',
    'date',
    'language',
    'timeZone',
    'calendar',
  ],
]
const words = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(
    'select',
    'text',
    'relation',
    'money',
    'autoNumber',
    'formula',
    'json',
    'sum',
    'count',
    'CNY',
    'USD',
  ),
  fc.constantFrom("'; drop table x; --", '%s', '\\', '"', "'", '\u0000', '\ud800', '华为', '1e999', '-0'),
  fc.constantFrom(
    '2026-02-29',
    '2026-11-20T08:30:00Z',
    '0',
    '9'.repeat(40),
    'amount > 1',
    'count > 1',
    '-createdAt',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
)
/** Sentences of the expression language and some that are nearly so. */
const sentences = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom(
        'and',
        'or',
        'not',
        '(',
        ')',
        '=',
        '!=',
        '>',
        '<',
        '+',
        '/',
        '*',
        '&',
        'in',
        ',',
        '"A"',
        '3',
        '.5',
      ),
      fc.constantFrom(
        'today()',
        'lower(name)',
        'startOf(createdAt, "month")',
        'isBlank(',
        'mod(amount, 0)',
        'me()',
        '亿',
      ),
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(' '))

const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    sentences,
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, 2 ** 53, '', [], {}),
    fc.double(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: words }),
      tie('value'),
      { maxKeys: 6 },
    ),
  ),
})).value

const objects = [
  'company',
  'contact',
  'deal',
  'task',
  'activity',
  'user',
  'actor',
  'file',
  'compny',
  '__proto__',
]
const operation = fc.constantFrom(...operationsWith(async () => []))
const step = (name: string) =>
  name === 'object'
    ? fc.constantFrom(...objects)
    : fc.oneof(
        fc.nat(1).map((index) => ids[index] ?? ''),
        words.map(encoded),
      )
const queries = fc.dictionary(
  fc.constantFrom(
    'filter',
    'sort',
    'fields',
    'include',
    'search',
    'limit',
    'cursor',
    'count',
    'at',
    'since',
    'on',
    'x',
  ),
  fc.oneof(words, sentences),
  { maxKeys: 4 },
)
const headers = fc.dictionary(
  fc.constantFrom('if-match', 'idempotency-key', 'accept-language', 'time-zone', 'prefer', 'last-event-id'),
  fc.oneof(
    fc.constantFrom('1', '"2"', 'zh-TW', 'Asia/Tokyo', '+08:00', 'return=minimal', '*;q=x'),
    fc.stringMatching(/^[ -~]{0,20}$/),
  ),
  { maxKeys: 2 },
)

/** Percent-encoded; what has no UTF-8 stays as it is. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

const requests = operation.chain(({ contract }) => {
  const parts = contract.path
    .split('/')
    .map((part) => (part.startsWith(':') ? step(part.slice(1)) : fc.constant(part)))
  return fc.record({
    method: fc.constant(contract.method),
    path: fc.tuple(...parts).map((all) => all.join('/')),
    query: queries,
    body: contract.method === 'GET' ? fc.constant(undefined) : values,
    headers,
    client: fc.nat(1),
  })
})

test('whatever is sent to whichever operation, it is served or refused', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ method, path, query, body, headers: given, client }) => {
      server.logged.length = 0
      const search = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`)
      const url = search.length === 0 ? path : `${path}?${search.join('&')}`
      const text = body === undefined ? undefined : JSON.stringify(body)
      const answer = await clients[client]!.send(method, url, text, given)
      expect(answer.status, `${method} ${url} ${text} ${JSON.stringify(given)} ${answer.text}`).toBeLessThan(
        500,
      )
      expect(server.logged).toEqual([])
      if (answer.status >= 400) {
        expect(answer.body).toMatchObject({ status: answer.status, code: expect.any(String) })
        expect(answer.body.detail).not.toMatch(/undefined|\[object/)
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1_500) },
  )
  expect((await server.key.get('/records/company')).status).toBe(200)
})
