import { connect, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { contract } from '#shared/operations/contract.ts'
import { apiPrefix, closeHttpServer, createHttpServer, served } from './index.ts'
import { usualPatience } from './limits.ts'

const strangers = contract({
  name: 'test.strangers',
  method: 'POST',
  path: '/strangers',
  summary: 'Takes what strangers say',
  tag: 'Test',
  permission: 'anyone',
})
const batches = contract({
  ...strangers,
  name: 'test.batches',
  path: '/batches',
  permission: 'member',
  largestBody: 3 * 1024 * 1024,
})

let server: FastifyInstance
let impatient: FastifyInstance
beforeAll(async () => {
  const options = { log: createLog('silent'), checkReady: async () => {} }
  server = createHttpServer(options)
  impatient = createHttpServer({
    ...options,
    patience: { ...usualPatience, headers: 200, request: 60_000, slowBody: 100, between: 50 },
  })
  for (const one of [server, impatient]) {
    one.post('/any', async (request) => ({ read: JSON.stringify(request.body).length }))
    one.get('/query', async ({ query }) => query)
    for (const open of [strangers, batches])
      one.post(`${apiPrefix}${open.path}`, served(open), async () => ({ data: true }))
    await one.listen({ port: 0, host: '127.0.0.1' })
  }
})
afterAll(async () => {
  await closeHttpServer(server, 500)
  await closeHttpServer(impatient, 500)
})

function open(to: FastifyInstance): Socket {
  const address = to.server.address()
  return connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
}

/** Sends bytes as they are. @returns everything that came until the other side closed */
async function send(to: FastifyInstance, text: string): Promise<string> {
  const socket = open(to)
  socket.write(text)
  return (await socket.toArray()).join('')
}

const statusOf = (answer: string) => Number(answer.split(' ', 2)[1])
const codeOf = (answer: string): string => JSON.parse(answer.split('\r\n\r\n')[1] ?? '{}').code
const json = { 'content-type': 'application/json' }

describe('size', () => {
  test.each([
    ['/any', 2, '2 MB'],
    [`${apiPrefix}/strangers`, 0.0625, '64 kB'],
    [`${apiPrefix}/batches`, 3, '3 MB'],
  ])('a body for %s of more than %d MB is refused', async (url, megabytes, told) => {
    const bytes = megabytes * 1024 * 1024
    const bodyOf = (length: number) => `"${'a'.repeat(length - 2)}"`
    const post = (payload: string) => server.inject({ method: 'POST', url, payload, headers: json })
    expect((await post(bodyOf(bytes))).statusCode).toBe(200)
    const answer = await post(bodyOf(bytes + 1))
    expect(answer.json()).toMatchObject({ status: 413, code: 'body_too_large' })
    expect(answer.json().detail).toContain(told)
  })

  test('a body that says nothing of its size is cut off all the same', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const head = `POST ${apiPrefix}/strangers HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`
    expect(statusOf(await send(server, `${head}${chunk.repeat(3)}0\r\n\r\n`))).toBe(413)
  })

  test('headers have 16 kB', async () => {
    const answer = await send(
      server,
      `GET /query HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(17_000)}\r\n\r\n`,
    )
    expect([statusOf(answer), codeOf(answer)]).toEqual([431, 'headers_too_large'])
    expect(answer).toContain('x-content-type-options: nosniff')
  })

  test('a query has 100 parameters', async () => {
    const query = (count: number) =>
      `/query?${Array.from({ length: count }, (_, at) => `p${at}=1`).join('&')}`
    expect((await server.inject(query(100))).statusCode).toBe(200)
    expect((await server.inject(query(101))).json()).toMatchObject({
      status: 400,
      code: 'too_many_parameters',
    })
  })
})

describe('time', () => {
  test('a connection that says nothing, or its headers drop by drop, is ended', async () => {
    for (const said of ['', 'GET /query HTTP/1.1\r\nhost: local']) {
      const answer = await send(impatient, said)
      if (answer !== '') expect([statusOf(answer), codeOf(answer)]).toEqual([408, 'request_too_slow'])
    }
  })

  test('a body that comes drop by drop is refused', async () => {
    const socket = open(impatient)
    socket.write(
      'POST /any HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n"',
    )
    const drops = setInterval(() => socket.write('a'), 20)
    const answer = (await socket.toArray().finally(() => clearInterval(drops))).join('')
    expect([statusOf(answer), codeOf(answer)]).toEqual([408, 'request_too_slow'])
  })

  test('one that comes at a decent pace is served', async () => {
    const socket = open(impatient)
    const size = 400_000
    socket.write(
      `POST /any HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${size}\r\n\r\n"`,
    )
    let left = size - 2
    const pieces = setInterval(() => {
      const part = Math.min(left, 20_000)
      socket.write('a'.repeat(part))
      left -= part
      if (left > 0) return
      clearInterval(pieces)
      socket.write('"')
    }, 20)
    expect(statusOf((await socket.toArray()).join(''))).toBe(200)
  })
})

describe('what is ambiguous or forged is no request', () => {
  test.each([
    ['two lengths', 'content-length: 4\r\ncontent-length: 5\r\n\r\n"aa"'],
    ['a length and chunks', 'content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['chunks that are not the last coding', 'transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['a folded header', 'x: a\r\n b\r\ncontent-length: 0\r\n\r\n'],
    ['a space before the colon', 'content-length : 4\r\n\r\n"aa"'],
    ['a NUL in a header', 'x: a\0b\r\ncontent-length: 0\r\n\r\n'],
  ])('%s', async (_, rest) => {
    const answer = await send(
      server,
      `POST /any HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${rest}`,
    )
    expect([statusOf(answer), codeOf(answer)]).toEqual([400, 'bad_request'])
  })

  test('two hosts, or none', async () => {
    for (const hosts of ['', 'host: localhost\r\nhost: evil.example\r\n']) {
      const answer = await send(server, `GET /query HTTP/1.1\r\n${hosts}connection: close\r\n\r\n`)
      expect(statusOf(answer)).toBe(400)
    }
  })

  test('a whole address in place of a path leads nowhere', async () => {
    const answer = await send(
      server,
      'GET http://evil.example/health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    )
    expect(statusOf(answer)).toBe(400)
  })

  test.each(['TRACE', 'CONNECT'])('%s is not spoken', async (method) => {
    const target = method === 'CONNECT' ? 'localhost:22' : '/health/live'
    const answer = await send(
      server,
      `${method} ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    )
    expect(answer === '' || statusOf(answer) >= 400).toBe(true)
  })

  test('a line break in what is asked for never becomes a header', async () => {
    const evil = '%0d%0aset-cookie:%20kith.session_token=evil'
    for (const url of [`/nowhere${evil}`, `/query?a=${evil}`]) {
      const answer = await server.inject({ url, headers: { 'x-request-id': 'a\tb set-cookie' } })
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })
})
