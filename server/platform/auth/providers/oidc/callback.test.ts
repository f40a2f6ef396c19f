import { describe, expect, test } from 'vitest'
import { type Claims, clientSecret, liedTo, now } from '../testing/lied-to.ts'
import { tokenOf } from '../testing/lying-provider.ts'
import type { Visitor } from '../testing/visitor.ts'

const { liar, server, provider, key, begin, comeBack, refusedOf, moved } = await liedTo()

describe('an answer that was begun elsewhere', () => {
  test('is no answer of a provider that says it is another one (RFC 9207)', async () => {
    await moved('mixed up')
    const mixed = await begin()
    liar.idToken = tokenOf(mixed.claims, key)
    const asked = liar.asked('token')
    expect(await refusedOf(mixed, comeBack(mixed, { iss: 'https://other.example' }))).toMatch(/"iss"/)
    // The code was told nobody.
    expect(liar.asked('token')).toBe(asked)
    const own = await begin()
    liar.idToken = tokenOf(own.claims, key)
    expect(await comeBack(own, { iss: liar.issuer })).toMatchObject({ location: '/' })
  })

  test('is none at all where the provider says who it is, and this one does not', async () => {
    liar.metadata = { authorization_response_iss_parameter_supported: true }
    await moved('says who it is')
    const silent = await begin()
    liar.idToken = tokenOf(silent.claims, key)
    expect(await refusedOf(silent, comeBack(silent))).toMatch(/"iss"/)
  })

  test('does not become an answer of another provider', async () => {
    await moved('honest')
    const config = { issuer: liar.issuer, clientId: 'other', clientSecret }
    const other = await server.add('oidc', config, { provision: true, name: 'Other' })
    const begun = await begin()
    liar.idToken = tokenOf({ ...begun.claims, aud: 'other' }, key)
    const query = new URLSearchParams({ code: 'CODE', state: begun.state })
    expect(await refusedOf(begun, begun.browser.come(`${other.callbackUrl}?${query}`))).toBe(
      'state_of_another_provider',
    )
  })

  test('counts once', async () => {
    const begun = await begin()
    liar.idToken = tokenOf(begun.claims, key)
    const kept = new Map(begun.browser.cookies)
    expect(await comeBack(begun)).toMatchObject({ location: '/' })
    const thief = server.visitor()
    for (const [name, value] of kept) thief.cookies.set(name, value)
    expect(await refusedOf({ ...begun, browser: thief }, comeBack({ ...begun, browser: thief }))).toBe(
      'state_replayed',
    )
  })

  test('is refused where a parameter is there twice', async () => {
    const begun = await begin()
    liar.idToken = tokenOf(begun.claims, key)
    const query = `code=CODE&state=${begun.state}&code=ANOTHER`
    expect(await refusedOf(begun, begun.browser.come(`${provider.callbackUrl}?${query}`))).toBe(
      'parameter_twice',
    )
  })
})

describe('a proof that somebody sits there', () => {
  /** Signs in, and makes the sign-in old. */
  async function signedIn(): Promise<Visitor> {
    const begun = await begin()
    liar.idToken = tokenOf(begun.claims, key)
    await comeBack(begun)
    await server.pool.query(
      `update kith.session set proved_at = now() - interval '1 day' where provider_id is not null`,
    )
    return begun.browser
  }
  const proved = async () => {
    const { rows } = await server.pool.query<{ recent: boolean }>(
      `select bool_or(proved_at > now() - interval '1 hour') recent from kith.session where provider_id = $1`,
      [provider.id],
    )
    return rows[0]?.recent
  }

  test('is asked for with a new sign-in at the provider', async () => {
    const browser = await signedIn()
    const { searchParams } = new URL(await browser.begin(provider.id, { purpose: 'proof' }))
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0'])
  })

  test.each<[string, RegExp, (claims: Claims) => Claims]>([
    ['that does not say when they signed in', /"auth_time"/, (claims) => claims],
    [
      'of a sign-in of yesterday',
      /too much time has elapsed/,
      (claims) => ({ ...claims, auth_time: now() - 86_400 }),
    ],
    [
      'of somebody else',
      /^proof_of_another_account$/,
      (claims) => ({ ...claims, auth_time: now(), sub: 'other', email: 'other@three-leaf.example' }),
    ],
  ])('is none by an answer %s', async (_, reason, bend) => {
    const browser = await signedIn()
    const begun = await begin(browser, { purpose: 'proof' })
    liar.idToken = tokenOf(bend(begun.claims), key)
    expect(await comeBack(begun)).toMatchObject({ location: '/sign-in/confirmed?failed=provider' })
    expect(server.reason()).toMatch(reason)
    expect(await proved()).toBe(false)
  })

  test('is one by an answer of a sign-in just now', async () => {
    const browser = await signedIn()
    const begun = await begin(browser, { purpose: 'proof' })
    liar.idToken = tokenOf({ ...begun.claims, auth_time: now() - 5 }, key)
    expect(await comeBack(begun)).toMatchObject({ location: '/sign-in/confirmed' })
    expect(await proved()).toBe(true)
  })
})
