import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeHttpServer, createHttpServer } from '#server/platform/http/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { addWebApp } from '#server/web-app.ts'
import { listenAs } from '#test/support/event-stream.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let app: FastifyInstance
let folder: string

beforeAll(async () => {
  server = await startTestServer()
  folder = mkdtempSync(join(tmpdir(), 'kith-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'app-1.js'), 'export {}')
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}')
  app = createHttpServer({
    log: createLog('silent'),
    checkReady: async () => {},
    publicUrl: 'https://crm.example.com',
  })
  await addWebApp(app, folder)
})
afterAll(async () => {
  await closeHttpServer(app)
  await server.stop()
  rmSync(folder, { recursive: true })
})

type Sent = Readonly<Record<string, unknown>>

/** What every answer carries, whoever asked and whatever came of it. */
function expectSafe(headers: Sent): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  const policy = String(headers['content-security-policy'])
  expect(policy).toMatch(/default-src '(none|self)'/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toMatch(/base-uri '(none|self)'/)
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|data:|https?:)/)
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
    expect(headers).not.toHaveProperty(name)
}

/** An answer of the API is no page, and stays nowhere but where it was asked for. */
function expectNoPage(headers: Sent): void {
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(headers['cache-control']).toMatch(/^(no-store|private, )/)
}

const addressOf = (url: string): string =>
  url
    .replace(':object', 'company')
    .replace(/:\w+/g, '019a0000-0000-7000-8000-000000000000')
    .replace('*', 'nowhere')

test('every route of the rooms, to strangers and to members', async () => {
  const routes = server.routes.filter(({ url }) => url !== '/api/v1/events')
  expect(routes.length).toBeGreaterThan(80)
  for (const { method, url } of routes)
    for (const asker of [server.stranger, server.key]) {
      const answer = await server.http.inject({
        method: method as 'GET',
        url: addressOf(url),
        headers: { ...asker.headers },
      })
      expectSafe(answer.headers)
      if (url.startsWith('/api/v1')) expectNoPage(answer.headers)
    }
})

test.each(['/health/live', '/health/ready', '/metrics', '/api/v1/nowhere', '/%ZZ', '/health/live?a=%00'])(
  '%s',
  async (url) => {
    const { headers } = await server.http.inject(url)
    expectSafe(headers)
    expectNoPage(headers)
  },
)

test('a stream that writes its own head', async () => {
  const stream = await listenAs(server, server.key)
  const headers = Object.fromEntries(stream.answer.headers)
  stream.close()
  expect(stream.answer.status).toBe(200)
  expectSafe(headers)
  expectNoPage(headers)
})

describe('the web app', () => {
  test.each([
    '/',
    '/o/company',
    '/index.html',
    '/assets/app-1.js',
    '/assets/none.js',
    '/manifest.webmanifest',
  ])('%s', async (url) => {
    const { headers } = await app.inject({ url, headers: { host: 'crm.example.com' } })
    expectSafe(headers)
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  })

  test('runs nothing but its own scripts', async () => {
    const { headers } = await app.inject('/')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).toContain("object-src 'none'")
    expect(headers['content-security-policy']).not.toContain('sandbox')
  })

  test('addresses that climb out of its folder lead nowhere', async () => {
    writeFileSync(join(folder, '..', 'kith-beside.txt'), 'a secret')
    for (const url of [
      '/../kith-beside.txt',
      '/%2e%2e/kith-beside.txt',
      '/assets/..%2f..%2fkith-beside.txt',
      '/..%5ckith-beside.txt',
    ])
      expect((await app.inject(url)).body).not.toContain('a secret')
    rmSync(join(folder, '..', 'kith-beside.txt'))
  })
})
