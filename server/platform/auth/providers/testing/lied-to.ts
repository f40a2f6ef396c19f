import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { createOutbound, type Outbound } from '#server/platform/outbound/index.ts'
import { startNeighbour } from '#server/platform/outbound/testing.ts'
import { LyingProvider, newKey } from './lying-provider.ts'
import { startSignIn } from './start-sign-in.ts'
import type { Step, Visitor } from './visitor.ts'

export type Claims = Readonly<Record<string, unknown>>

export const clientId = 'kith'
export const clientSecret = 'a secret between the two'

/** A sign-in that a browser has begun. */
export interface Begun {
  readonly browser: Visitor
  readonly state: string
  /** What an honest provider says. */
  readonly claims: Claims
}

export const now = () => Math.floor(Date.now() / 1000)

/** Kith with an OpenID provider that lies as its test wants it to; both end with the test's file. */
export async function liedTo() {
  const liar = await LyingProvider.start()
  /** Somebody whom Kith has no business with. */
  const stranger = await startNeighbour((_, response) => response.end('{}'))
  const server = await startSignIn([liar.host], impatientWith(liar))
  const config = { issuer: liar.issuer, clientId, clientSecret }
  const provider = await server.add('oidc', config, { provision: true, name: 'Staff' })
  const key = liar.published[0] ?? newKey('first')

  afterAll(async () => {
    await server.stop()
    await liar.stop()
    await stranger.stop()
  })
  beforeEach(async () => {
    server.events.length = 0
    stranger.seen.length = 0
    await server.pool.query('delete from kith.sign_in_attempt')
  })
  afterEach(() => {
    liar.metadata = {}
    liar.bent.clear()
    vi.useRealTimers()
  })

  async function begin(browser = server.visitor(), body: object = {}): Promise<Begun> {
    const { searchParams } = new URL(await browser.begin(provider.id, body))
    const person = { sub: 'lin', name: '林知夏', email: 'lin@three-leaf.example', email_verified: true }
    const times = { iat: now(), exp: now() + 300 }
    const claims = { ...person, ...times, iss: liar.issuer, aud: clientId, nonce: searchParams.get('nonce') }
    return { browser, state: searchParams.get('state') ?? '', claims }
  }

  function comeBack({ browser, state }: Begun, more: Readonly<Record<string, string>> = {}): Promise<Step> {
    const query = new URLSearchParams({ code: 'CODE', state, ...more })
    return browser.come(`${provider.callbackUrl}?${query}`)
  }

  /** @returns why the sign-in was refused */
  async function refusedOf({ browser }: Begun, coming: Promise<Step>): Promise<string> {
    expect(await coming).toMatchObject({ status: 303, location: '/sign-in?failed=provider' })
    expect(await browser.session()).toBeUndefined()
    return server.reason() ?? ''
  }

  /** Comes back with this token. @returns why it was refused */
  async function refusalOf(make: (claims: Claims) => string): Promise<string> {
    const begun = await begin()
    liar.idToken = make(begun.claims)
    return refusedOf(begun, comeBack(begun))
  }

  async function comesIn(make: (claims: Claims) => string): Promise<void> {
    server.events.length = 0
    const begun = await begin()
    liar.idToken = make(begun.claims)
    expect([(await comeBack(begun)).location, server.reason()]).toEqual(['/', undefined])
    expect(await begun.browser.session()).toMatchObject({ account: { name: '林知夏' } })
  }

  /** The provider's address changes, so that nothing is known of it. */
  async function moved(place: string): Promise<void> {
    liar.place = place.replaceAll(/\W/g, '-')
    const { status, text } = await server.owner.ask('PATCH', `identity-providers/${provider.id}`, {
      config: { issuer: liar.issuer, clientId, clientSecret },
    })
    if (status !== 200) throw new Error(text)
  }

  /** Nobody has come in as this subject. */
  async function nobody(subject: string): Promise<void> {
    const { rowCount } = await server.pool.query(
      'select from kith.credential where provider_account_id = $1',
      [subject],
    )
    expect(rowCount).toBe(0)
  }

  const places = { liar, stranger, server, provider, key }
  return { ...places, begin, comeBack, refusedOf, refusalOf, comesIn, moved, nobody }
}

/** Waits for its token endpoint no longer than needed to see that Kith stops waiting; for all else as ever. */
function impatientWith({ host }: LyingProvider): Outbound {
  const outbound = createOutbound({ allowed: [host] })
  return {
    ...outbound,
    send: (url, request) =>
      outbound.send(url, url.endsWith('/silent') ? { ...request, patience: 200 } : request),
  }
}
