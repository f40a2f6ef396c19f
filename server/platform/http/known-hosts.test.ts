import { hostname } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { closeHttpServer, createHttpServer } from './index.ts'

let server: FastifyInstance
beforeAll(() => {
  server = createHttpServer({
    log: createLog('silent'),
    checkReady: async () => {},
    publicUrl: 'https://crm.example.com',
    hosts: ['crm.example.cn'],
    trustedProxies: ['127.0.0.1'],
  })
})
afterAll(() => closeHttpServer(server))

const ask = async (headers: Record<string, string>) => server.inject({ url: '/health/live', headers })

test.each([
  'crm.example.com',
  'CRM.example.com:443',
  'crm.example.com.',
  'crm.example.cn',
  'localhost:3000',
  '127.0.0.1:3000',
  '192.168.1.20',
  '[::1]:3000',
  '[fd00::7]',
  'crm-server:3000',
  'kith.local',
  'kith.default.svc.cluster.local',
  'crm.acme.lan',
  hostname(),
])('a request for %s is served', async (host) => {
  expect((await ask({ host })).statusCode).toBe(200)
})

test.each([
  'evil.example',
  'evil.example:3000',
  'crm.example.com.evil.example',
  'crm.example.com@evil.example',
  'crm.example.com:80@evil.example',
  '127.0.0.1.nip.io',
  'x.localtest.me',
  'crm.example.com, evil.example',
  '[::1',
  'a b',
])('a name that a stranger can own, %s, is refused', async (host) => {
  const answer = await ask({ host })
  expect([answer.statusCode, answer.json().code]).toEqual([421, 'unknown_host'])
})

test('of a declared proxy the host counts that it names', async () => {
  const host = 'upstream'
  expect((await ask({ host, 'x-forwarded-host': 'crm.example.com' })).statusCode).toBe(200)
  expect((await ask({ host, 'x-forwarded-host': 'evil.example' })).statusCode).toBe(421)
})
