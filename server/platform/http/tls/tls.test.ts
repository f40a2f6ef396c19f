import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TlsFiles } from '#server/platform/config/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { makeCertificate, type SelfSigned, writeCertificate } from '#test/support/certificate.ts'
import { closeHttpServer, createHttpServer } from '../index.ts'
import { usualPatience } from '../limits.ts'

let folder: string
let server: FastifyInstance | undefined
const logged: string[] = []
const log = createLog(
  'info',
  new Writable({
    write: (line, _, done) => {
      logged.push(String(line))
      done()
    },
  }),
)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-tls-'))
  logged.length = 0
})
afterEach(async () => {
  if (server !== undefined) await closeHttpServer(server, 1_000)
  server = undefined
  rmSync(folder, { recursive: true })
})

async function start(tls: TlsFiles): Promise<number> {
  server = createHttpServer({
    log,
    checkReady: async () => {},
    publicUrl: 'https://crm.example.com',
    tls,
    patience: { ...usualPatience, between: 20 },
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const address = server.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Greets and tells whose certificate came; the connection stays open. */
function greet(port: number, options: object): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ port, host: '127.0.0.1', servername: 'localhost', ...options })
    socket.once('secureConnect', () => resolve(socket))
    socket.once('error', reject)
  })
}

async function served(port: number): Promise<string> {
  const socket = await greet(port, { rejectUnauthorized: false })
  const { fingerprint256 } = socket.getPeerCertificate()
  socket.destroy()
  return fingerprint256
}

const ask = (port: number, ca: string, agent?: Agent) =>
  new Promise<{ status: number; hsts: string | undefined }>((resolve, reject) => {
    const options = { port, host: '127.0.0.1', servername: 'localhost', path: '/health/live', ca }
    get({ ...options, ...(agent && { agent }) }, (answer) => {
      answer.resume()
      const hsts = answer.headers['strict-transport-security']
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, hsts }))
    }).on('error', reject)
  })

test('serves https with the given certificate, and says that it will stay so', async () => {
  const pair = makeCertificate()
  const port = await start(writeCertificate(folder, pair))
  expect(await ask(port, pair.cert)).toEqual({ status: 200, hsts: 'max-age=31536000; includeSubDomains' })
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow()
})

test('TLS 1.1 and suites without forward secrecy are refused', async () => {
  const port = await start(writeCertificate(folder, makeCertificate()))
  const open = { rejectUnauthorized: false }
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }
  await expect(greet(port, { ...open, ...old })).rejects.toThrow()
  const weak = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA:ECDHE-ECDSA-AES128-SHA' }
  await expect(greet(port, { ...open, ...weak })).rejects.toThrow()
  const socket = await greet(port, { ...open, maxVersion: 'TLSv1.2' })
  expect(socket.getProtocol()).toBe('TLSv1.2')
  expect(socket.getCipher().name).toMatch(/^ECDHE-.*(GCM|CHACHA20)/)
  socket.destroy()
})

test('a renewed certificate is served to who comes, and open connections go on', async () => {
  const former = makeCertificate()
  const files = writeCertificate(folder, former)
  const port = await start(files)
  const before = await served(port)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let connections = 0
  agent.on('free', () => {})
  const opened = agent.createConnection.bind(agent)
  agent.createConnection = (...args) => {
    connections += 1
    return opened(...args)
  }
  expect((await ask(port, former.cert, agent)).status).toBe(200)
  const renewed = makeCertificate()
  writeCertificate(folder, renewed)
  await vi.waitFor(async () => expect(await served(port)).not.toBe(before), { timeout: 20_000 })
  expect((await ask(port, former.cert, agent)).status).toBe(200)
  expect(connections).toBe(1)
  agent.destroy()
  expect((await ask(port, renewed.cert)).status).toBe(200)
  await expect(ask(port, former.cert)).rejects.toThrow()
})

test('half of a renewal changes nothing and is told once', async () => {
  const former = makeCertificate()
  const files = writeCertificate(folder, former)
  const port = await start(files)
  const before = await served(port)
  const renewed = makeCertificate()
  writeFileSync(files.certFile, renewed.cert)
  await vi.waitFor(() => expect(logged.join('')).toContain('the former pair is served'), { timeout: 20_000 })
  expect(await served(port)).toBe(before)
  writeFileSync(files.keyFile, renewed.key)
  await vi.waitFor(async () => expect(await served(port)).not.toBe(before), { timeout: 20_000 })
  expect(logged.filter((line) => line.includes('the former pair is served'))).toHaveLength(1)
  expect(logged.join('')).not.toContain('PRIVATE KEY')
})

test('a certificate that has run out is served, with a warning', async () => {
  await start(writeCertificate(folder, makeCertificate({ validTo: new Date(Date.now() - 1_000) })))
  expect(logged.join('')).toContain('has run out')
})

const locked = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMII=\n-----END ENCRYPTED PRIVATE KEY-----\n'

test.each<[string, (pair: SelfSigned) => SelfSigned, RegExp]>([
  [
    'the key of another certificate',
    (pair) => ({ ...pair, key: makeCertificate().key }),
    /KITH_TLS_KEY=.*kith\.key.*not the key of .*kith\.crt; give the pair/,
  ],
  ['no certificate', (pair) => ({ ...pair, cert: 'hello' }), /KITH_TLS_CERT=.*kith\.crt.*BEGIN CERTIFICATE/],
  ['no key', (pair) => ({ ...pair, key: 'hello' }), /KITH_TLS_KEY=.*kith\.key.*BEGIN PRIVATE KEY/],
  [
    'files that were confused',
    ({ cert, key }) => ({ cert: key, key: cert }),
    /KITH_TLS_CERT=.*no certificate/,
  ],
  ['a locked key', (pair) => ({ ...pair, key: locked }), /KITH_TLS_KEY=.*passphrase; .*openssl pkey/],
])('%s stops the start, with file and way out', (_, change, message) => {
  const tls = writeCertificate(folder, change(makeCertificate()))
  expect(() => createHttpServer({ log, checkReady: async () => {}, tls })).toThrow(message)
})

test('a file that is missing stops the start, with its name', () => {
  const tls = { certFile: join(folder, 'none.crt'), keyFile: join(folder, 'none.key') }
  expect(() => createHttpServer({ log, checkReady: async () => {}, tls })).toThrow(
    /KITH_TLS_CERT=".*none\.crt": cannot be read .*; give the path/,
  )
})
