import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { liedTo } from '../testing/lied-to.ts'
import { tokenOf } from '../testing/lying-provider.ts'

const { liar, stranger, server, provider, key, refusalOf, moved } = await liedTo()

const leadingTo = (location: string) => (response: ServerResponse) =>
  void response.writeHead(302, { location }).end()

const page = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Hello</title>')

const json = (response: ServerResponse, text: string, status = 200) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(text)

describe('a discovery document', () => {
  test.each<[string, RegExp, () => void]>([
    [
      'that is elsewhere',
      /^oidc_discovery/,
      () => liar.bent.set('discovery', leadingTo(`http://127.0.0.1:${stranger.port}/`)),
    ],
    [
      'that is at an address of this machine',
      /^oidc_discovery/,
      () => liar.bent.set('discovery', leadingTo(`http://localhost:${stranger.port}/`)),
    ],
    [
      'that is elsewhere on the same server',
      /^oidc_discovery/,
      () => liar.bent.set('discovery', leadingTo('/first/.well-known/openid-configuration')),
    ],
    [
      'of another issuer',
      /^oidc_discovery: .*issuer/,
      () => {
        liar.metadata = { issuer: 'https://other.example' }
      },
    ],
    [
      'without an issuer',
      /^oidc_discovery/,
      () => {
        liar.metadata = { issuer: undefined }
      },
    ],
    [
      'without a page to sign in at',
      /authorization_endpoint/,
      () => {
        liar.metadata = { authorization_endpoint: undefined }
      },
    ],
    [
      'whose page is a script',
      /authorization_endpoint|protocol|HTTP/i,
      () => {
        liar.metadata = { authorization_endpoint: 'javascript:alert(1)' }
      },
    ],
    ['that is a page', /^oidc_discovery/, () => liar.bent.set('discovery', page)],
    [
      'that is larger than any',
      /^oidc_discovery.*(kB|large)/,
      () => liar.bent.set('discovery', (response) => json(response, 'x'.repeat(10_000_000))),
    ],
    [
      'that is missing',
      /^oidc_discovery/,
      () => liar.bent.set('discovery', (response) => void response.writeHead(404).end()),
    ],
  ])('%s begins nothing', async (name, reason, bend) => {
    bend()
    await moved(`document ${name}`)
    const browser = server.visitor()
    const begun = await browser.ask('POST', `providers/${provider.id}/begin`, {})
    expect([begun.status, JSON.parse(begun.text)]).toMatchObject([401, { code: 'sign_in_failed' }])
    expect(begun.text).not.toMatch(/oidc|discovery|127\.0\.0\.1/)
    expect(server.reason()).toMatch(reason)
    expect(stranger.seen).toEqual([])
  })

  test.each<[string, 'token_endpoint' | 'jwks_uri', string]>([
    ['tokens', 'token_endpoint', 'https://169.254.169.254/token'],
    ['tokens', 'token_endpoint', 'https://10.0.0.1/token'],
    ['keys', 'jwks_uri', 'https://[::1]/keys'],
    ['keys', 'jwks_uri', 'file:///etc/passwd'],
  ])('that says %s (%s) are at %s leads Kith nowhere', async (_, member, address) => {
    liar.metadata = { [member]: address }
    await moved(`leads ${address}`)
    const reason = await refusalOf((claims) => tokenOf(claims, key))
    expect(reason).toMatch(/KITH_OUTBOUND_ALLOW|protocol|HTTP/i)
  })
})

describe('a token endpoint', () => {
  test.each<[string, RegExp, () => void]>([
    ['that answers with a page', /^oidc_refused/, () => liar.bent.set('token', page)],
    [
      'that answers with ten megabytes',
      /^oidc_refused.*(kB|large)/,
      () => liar.bent.set('token', (response) => json(response, 'x'.repeat(10_000_000))),
    ],
    [
      'that leads elsewhere',
      /^oidc_refused/,
      () => liar.bent.set('token', leadingTo(`http://127.0.0.1:${stranger.port}/`)),
    ],
    [
      'that never answers',
      /^oidc_refused.*time/,
      () => {
        liar.metadata = { token_endpoint: `${liar.issuer}/silent` }
      },
    ],
    [
      'that refuses',
      /^oidc_invalid_grant/,
      () => liar.bent.set('token', (response) => json(response, '{"error":"invalid_grant"}', 400)),
    ],
    [
      'that gives no ID token',
      /"id_token"/,
      () =>
        liar.bent.set('token', (response) => json(response, '{"access_token":"AT","token_type":"Bearer"}')),
    ],
  ])('%s lets nobody in', async (name, reason, bend) => {
    liar.place = `tokens-${name.replaceAll(/\W/g, '-')}`
    bend()
    await moved(liar.place)
    const refused = await refusalOf((claims) => tokenOf(claims, key))
    expect(refused).toMatch(reason)
    expect(stranger.seen).toEqual([])
  })
})
