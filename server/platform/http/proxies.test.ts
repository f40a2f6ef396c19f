import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { closeHttpServer, createHttpServer } from './index.ts'

const servers: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => closeHttpServer(server)))
})

function behind(trustedProxies: string[]): FastifyInstance {
  const server = createHttpServer({ log: createLog('silent'), checkReady: async () => {}, trustedProxies })
  servers.push(server)
  server.get('/who', async ({ ip, protocol, host, headers }) => ({
    ip,
    protocol,
    host,
    left: Object.keys(headers).filter((name) => /forwarded|real-ip/.test(name)),
  }))
  return server
}

const forged = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'localhost',
  'x-forwarded-port': '1',
  'x-real-ip': '203.0.113.9',
  forwarded: 'for=203.0.113.9;proto=https',
}

async function who(server: FastifyInstance, remoteAddress: string, headers: Record<string, string>) {
  return (await server.inject({ url: '/who', remoteAddress, headers })).json()
}

test.each<[string, string[]]>([
  ['without declared proxies', []],
  ['from another address', ['10.0.0.5']],
  ['from the network beside', ['198.51.100.128/25']],
])('%s, what is forwarded is nobody’s word', async (_, proxies) => {
  const answer = await who(behind(proxies), '198.51.100.7', { ...forged, host: 'office' })
  expect(answer).toEqual({ ip: '198.51.100.7', protocol: 'http', host: 'office', left: [] })
})

test.each<[string, string, string[]]>([
  ['an address', '10.0.0.5', ['10.0.0.5']],
  ['a network', '172.20.3.4', ['172.16.0.0/12']],
  ['an IPv4 address on an IPv6 socket', '::ffff:10.0.0.5', ['10.0.0.5']],
  ['a mapped one as declared', '10.0.0.5', ['::ffff:10.0.0.5']],
  ['an IPv6 address, spelt otherwise', 'fd00:0:0:0:0:0:0:5', ['fd00::5']],
  ['an IPv6 network', 'fd12:3456::1', ['fd00::/8']],
])('a declared proxy is believed: %s', async (_, address, proxies) => {
  const answer = await who(behind(proxies), address, forged)
  expect(answer).toMatchObject({ ip: '203.0.113.9', protocol: 'https', host: 'localhost' })
  expect(answer.left).not.toContain('forwarded')
  expect(answer.left).not.toContain('x-real-ip')
})

test.each([
  [
    'a chain of ours ends at the first that is not ours',
    '198.51.100.1, 203.0.113.9, 10.0.0.6',
    '203.0.113.9',
  ],
  ['what a caller wrote before counts for nothing', '127.0.0.1, 10.0.0.9, 203.0.113.9', '203.0.113.9'],
  ['what is no address cuts off what stands left of it', '198.51.100.1, unknown, 203.0.113.9', '203.0.113.9'],
  ['ports are no part of an address', '203.0.113.9:4711', '203.0.113.9'],
  ['IPv6 in brackets with a port', '[2001:db8::9]:4711', '2001:db8::9'],
  ['IPv6', '2001:db8::9', '2001:db8::9'],
  ['IPv4 in the clothes of IPv6', '::ffff:203.0.113.9', '203.0.113.9'],
  ['no address at all', "<script>, 1'; drop table", '10.0.0.5'],
  ['an empty list', '', '10.0.0.5'],
  ['all of them ours', '10.0.0.8, 10.0.0.6', '10.0.0.8'],
])('%s', async (_, list, ip) => {
  expect(await who(behind(['10.0.0.0/24']), '10.0.0.5', { 'x-forwarded-for': list })).toMatchObject({ ip })
})

test('an IPv4 caller on a socket that takes both has one spelling', async () => {
  expect(await who(behind([]), '::ffff:198.51.100.7', forged)).toMatchObject({ ip: '198.51.100.7' })
})

test('a header that came twice is one list', async () => {
  const server = behind(['127.0.0.1'])
  await server.listen({ port: 0, host: '127.0.0.1' })
  const address = server.server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.end(
    'GET /who HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: 198.51.100.1\r\nx-forwarded-for: 203.0.113.9\r\nconnection: close\r\n\r\n',
  )
  const answer = (await socket.toArray()).join('')
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ ip: '203.0.113.9' })
})
