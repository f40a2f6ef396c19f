import { connect } from 'node:net'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { AppError } from '#shared/errors.ts'
import { closeHttpServer, createHttpServer } from './index.ts'

let server: FastifyInstance
let ready: () => Promise<unknown> = async () => {}
const logged: string[] = []

beforeAll(async () => {
  const sink = new Writable({
    write: (line, _, done) => {
      logged.push(String(line))
      done()
    },
  })
  server = createHttpServer({
    log: createLog('warn', sink),
    checkReady: () => ready(),
    pools: () => ({ platform: { total: 3, idle: 1, waiting: 0 } }),
  })
  const properties = { name: { type: 'string' }, size: { type: 'integer' } }
  const body = { type: 'object', additionalProperties: false, required: ['name'], properties }
  server.post('/checked', { schema: { body } }, async (request) => request.body)
  server.post('/any', async (request) => request.body)
  const querystring = {
    type: 'object',
    additionalProperties: false,
    properties: { limit: { type: 'integer', maximum: 10 } },
  }
  server.get('/query', { schema: { querystring } }, async (request) => request.query)
  server.get('/fails', async () => {
    throw new Error('the secret inner reason')
  })
  server.get('/full', async () => {
    throw Object.assign(new Error('could not extend file'), { code: '53100' })
  })
  server.get('/gone', async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' })
  })
  server.get('/refused', async () => {
    throw new AppError('version_conflict', { actual: 3, expected: 2 })
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => closeHttpServer(server))
beforeEach(() => {
  logged.length = 0
})

async function post(url: string, payload: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await server.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('a bad body is refused by name and place, and not logged', () => {
  test.each([
    ['cut short', '{"name": "a', 400, 'malformed_json', undefined],
    ['empty', '', 400, 'malformed_json', undefined],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'malformed_json', undefined],
    ['a NUL byte', '{"rows": [{"name": "a\\u0000b"}]}', 400, 'invalid_text', '/rows/0/name'],
    ['a lone surrogate', '[{"name": "\\ud83d!"}]', 400, 'invalid_text', '/0/name'],
    ['a NUL byte in a key', '{"a\\u0000": 1}', 400, 'invalid_text', ''],
    ['__proto__', '{"a": {"__proto__": {"admin": true}}}', 400, 'member_not_allowed', '/a/__proto__'],
    ['__proto__ in escapes', '{"__\\u0070roto__": 1}', 400, 'member_not_allowed', '/__proto__'],
    [
      'constructor.prototype',
      '{"constructor": {"prototype": {}}}',
      400,
      'member_not_allowed',
      '/constructor',
    ],
    ['65 levels', nested(65), 400, 'json_too_deep', undefined],
    ['two megabytes of nesting', nested(1_000_000), 400, 'json_too_deep', undefined],
    ['a string without an end', '{"a": "[[[', 400, 'malformed_json', undefined],
  ])('%s', async (_, payload, status, code, path) => {
    const answer = await post('/any', payload)
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8' })
    expect(answer.body).toMatchObject({ status, code })
    expect(answer.body.errors?.[0].path).toBe(path)
    expect(logged).toEqual([])
  })

  test('what is merely unusual passes', async () => {
    const body = {
      constructor: 'Ferrari',
      text: `"\\\\"${'['.repeat(99)}`,
      emoji: '\u{1f600}',
      deep: JSON.parse(nested(63)),
      'a/b~c': null,
    }
    const text = JSON.stringify(body).replace('\u{1f600}', '\\ud83d\\ude00')
    expect((await post('/any', text)).body).toEqual(body)
  })

  test('too large', async () => {
    const answer = await post('/any', `"${'a'.repeat(33 * 1024 * 1024)}"`)
    expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } })
  })

  test('another media type', async () => {
    const answer = await post('/any', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } })
  })
})

describe('schemas', () => {
  test('unknown members and wrong types are refused together, never dropped or converted', async () => {
    const { body } = await post('/checked', '{"size": "3", "colour": "red"}')
    expect(body.code).toBe('invalid_input')
    expect(
      body.errors.map((issue: { path: string; code: string }) => [issue.path, issue.code]).sort(),
    ).toEqual([
      ['/colour', 'member_not_allowed'],
      ['/name', 'required'],
      ['/size', 'wrong_type'],
    ])
  })

  test('numbers are read out of a query, whose unknown parameters are refused', async () => {
    expect((await server.inject('/query?limit=3')).json()).toEqual({ limit: 3 })
    for (const [query, code] of [
      ['limit=x', 'wrong_type'],
      ['colour=red', 'unknown_parameter'],
      ['limit=%00', 'invalid_text'],
    ])
      expect((await server.inject(`/query?${query}`)).json()).toMatchObject({ status: 400, code })
  })
})

describe('failures', () => {
  test('an unknown one is logged once with the request id, and told without its reason', async () => {
    const answer = await server.inject({ url: '/fails', headers: { 'x-request-id': 'request-77' } })
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal', requestId: 'request-77' })
    expect(answer.body).not.toContain('secret')
    expect(logged).toHaveLength(1)
    expect(logged[0]).toMatch(/request-77.*the secret inner reason/)
  })

  test('a full disk and a lost database say so, and when to come back', async () => {
    const full = await server.inject('/full')
    expect(full.json()).toMatchObject({ status: 507, code: 'disk_full' })
    const gone = await server.inject('/gone')
    expect(gone.json()).toMatchObject({ status: 503, code: 'database_unavailable' })
    expect([full.headers['retry-after'], gone.headers['retry-after']]).toEqual(['5', '5'])
  })

  test.each([
    ['zh-CN', '记录已被修改'],
    ['zh-HK', '記錄已被修改'],
    ['fr', 'The record changed'],
  ])('speaks %s', async (language, text) => {
    const answer = await server.inject({ url: '/refused', headers: { 'accept-language': language } })
    expect(answer.json().detail).toContain(text)
  })

  test.each([
    ['/nowhere', 404, 'route_not_found'],
    ['/%ZZ', 400, 'bad_request'],
  ])('%s', async (url, status, code) => {
    expect((await server.inject(url)).json()).toMatchObject({ status, code })
  })

  test('what is no HTTP gets a problem document too', async () => {
    const address = server.server.address()
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    socket.end('HELO kith\r\n\r\n')
    const answer = (await socket.toArray()).join('')
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'bad_request' })
  })
})

test('health tells whether the database answers', async () => {
  expect((await server.inject('/health/live')).statusCode).toBe(200)
  expect((await server.inject('/health/ready')).statusCode).toBe(200)
  ready = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
  const answer = await server.inject('/health/ready')
  ready = async () => {}
  expect(answer.json()).toMatchObject({ status: 503, code: 'database_unavailable' })
})

test('metrics count requests by route and name the pools', async () => {
  await server.inject('/query?limit=1')
  const { body } = await server.inject('/metrics')
  expect(body).toMatch(
    /kith_http_request_duration_seconds_count\{method="GET",route="\/query",status="200"\} \d/,
  )
  expect(body).toContain('kith_database_connections{pool="platform",state="busy"} 2')
  expect(body).toContain('nodejs_eventloop_lag_seconds')
})

test('metrics are for the own network', async () => {
  const statusFor = async (remoteAddress: string) =>
    (await server.inject({ url: '/metrics', remoteAddress })).statusCode
  for (const near of ['127.0.0.1', '10.1.2.3', '::1', 'fd00::7']) expect(await statusFor(near)).toBe(200)
  for (const far of ['8.8.8.8', '2606:4700:4700::1111']) expect(await statusFor(far)).toBe(404)
})

test('stopping lets a request finish and ends open streams', async () => {
  const stopping = createHttpServer({ log: createLog('silent'), checkReady: async () => {} })
  const begun = Promise.withResolvers<void>()
  stopping.get('/slow', async () => {
    begun.resolve()
    await new Promise((settle) => setTimeout(settle, 100))
    return { finished: true }
  })
  stopping.get('/stream', (_, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.raw.write('data: 1\n\n')
    stopping.openStreams.add(() => reply.raw.end())
  })
  const address = await stopping.listen({ port: 0, host: '127.0.0.1' })
  const stream = await fetch(`${address}/stream`)
  const slow = fetch(`${address}/slow`)
  await begun.promise
  await closeHttpServer(stopping)
  expect(await (await slow).json()).toEqual({ finished: true })
  expect(await stream.text()).toBe('data: 1\n\n')
  await expect(fetch(`${address}/health/live`)).rejects.toThrow()
})
