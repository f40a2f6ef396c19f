import { describe, expect, test, vi } from 'vitest'
import { type Claims, clientId, clientSecret, liedTo, now } from '../testing/lied-to.ts'
import { newKey, tokenOf } from '../testing/lying-provider.ts'

const { liar, key, refusalOf, comesIn, moved, nobody } = await liedTo()

test('an honest answer signs in', () => comesIn((claims) => tokenOf(claims, key)))

describe('an ID token is refused', () => {
  test.each<[string, RegExp, (claims: Claims) => Claims]>([
    ['with the nonce of another visit', /"nonce"/, (claims) => ({ ...claims, nonce: 'another' })],
    ['without a nonce', /"nonce"/, ({ nonce: _, ...claims }) => claims],
    ['for another application', /"aud"/, (claims) => ({ ...claims, aud: 'another' })],
    ['for several, given to none', /"aud"/, (claims) => ({ ...claims, aud: [clientId, 'another'] })],
    [
      'for several, given to another',
      /"azp"/,
      (claims) => ({ ...claims, aud: [clientId, 'another'], azp: 'another' }),
    ],
    ['given to another', /^oidc_given_to_another$/, (claims) => ({ ...claims, azp: 'another' })],
    ['for nobody', /"aud"/, ({ aud: _, ...claims }) => claims],
    ['of another issuer', /"iss"/, (claims) => ({ ...claims, iss: 'https://other.example' })],
    ['of an issuer that begins alike', /"iss"/, (claims) => ({ ...claims, iss: `${liar.issuer}/` })],
    ['that expired', /"exp"/, (claims) => ({ ...claims, exp: now() - 61 })],
    ['that never expires', /"exp"/, ({ exp: _, ...claims }) => claims],
    ['of the future', /^oidc_token_of_the_future$/, (claims) => ({ ...claims, iat: now() + 120 })],
    ['that is not valid yet', /"nbf"/, (claims) => ({ ...claims, nbf: now() + 120 })],
    ['older than the visit', /^oidc_token_too_old$/, (claims) => ({ ...claims, iat: now() - 700 })],
    ['without a subject', /"sub"/, ({ sub: _, ...claims }) => claims],
    ['whose subject is no text', /"sub"/, (claims) => ({ ...claims, sub: 1 })],
  ])('%s', async (_, reason, bend) => {
    expect(await refusalOf((claims) => tokenOf(bend(claims), key))).toMatch(reason)
  })

  test.each<[string, RegExp, (claims: Claims) => string]>([
    ['that nobody signed', /"alg"/, (claims) => tokenOf(claims, 'nobody')],
    [
      'signed with the secret of the application',
      /algorithm/,
      (claims) => tokenOf(claims, { secret: clientSecret }),
    ],
    [
      'signed with the public key, as if that were a secret',
      /algorithm/,
      (claims) =>
        tokenOf(claims, { secret: key.publicKey.export({ type: 'spki', format: 'pem' }).toString() }),
    ],
    [
      'signed by a stranger under a name that is known',
      /signature verification failed/,
      (claims) => tokenOf(claims, newKey(key.kid)),
    ],
    [
      'changed after it was signed',
      /signature verification failed/,
      (claims) => {
        const [head, , signature] = tokenOf(claims, key).split('.')
        return [head, tokenOf({ ...claims, sub: 'boss' }, key).split('.')[1], signature].join('.')
      },
    ],
    ['that is none', /^oidc_refused/, () => 'not.a.token'],
    ['that is missing', /"id_token"/, () => ''],
  ])('%s, though the provider says that it signs like that', async (name, reason, make) => {
    liar.metadata = { id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] }
    await moved(`signs ${name}`)
    expect(await refusalOf(make)).toMatch(reason)
    await nobody('boss')
  })

  test('but clocks may differ by a minute', async () => {
    await comesIn((claims) => tokenOf({ ...claims, iat: now() + 30, nbf: now() + 30 }, key))
    await comesIn((claims) => tokenOf({ ...claims, exp: now() - 30 }, key))
    await comesIn((claims) => tokenOf({ ...claims, aud: [clientId, 'another'], azp: clientId }, key))
  })
})

test('keys change: a new one is asked for, an unknown one is refused, and nobody makes Kith ask all the time', async () => {
  await moved('changes its keys')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  await comesIn((claims) => tokenOf(claims, key))
  const before = liar.asked('jwks')
  const [next, unknown] = [newKey('next'), newKey('unknown')]
  liar.published = [key, next]
  for (let times = 0; times < 5; times += 1)
    expect(await refusalOf((claims) => tokenOf(claims, unknown))).toMatch(/no applicable keys/)
  expect(liar.asked('jwks')).toBe(before)
  vi.setSystemTime(Date.now() + 61_000)
  await comesIn((claims) => tokenOf(claims, next))
  expect(liar.asked('jwks')).toBe(before + 1)
  expect(await refusalOf((claims) => tokenOf(claims, unknown))).toMatch(/no applicable keys/)
  expect(liar.asked('jwks')).toBe(before + 1)
  // A key that the provider took back is worth nothing once its list is asked for anew, five minutes later at most.
  liar.published = [next]
  vi.setSystemTime(Date.now() + 301_000)
  expect(await refusalOf((claims) => tokenOf(claims, key))).toMatch(/no applicable keys/)
  liar.published = [key]
})

test('what a provider says of somebody else is not taken for who came', async () => {
  await moved('tells of others')
  liar.userInfo = { sub: 'boss', name: 'Boss', email: 'boss@three-leaf.example', email_verified: true }
  const little = ({ name: _, email: __, email_verified: ___, ...claims }: Claims) => claims
  expect(await refusalOf((claims) => tokenOf(little(claims), key))).toMatch(/"sub"/)
  liar.userInfo = { sub: 'lin', name: '林知夏' }
  await comesIn((claims) => tokenOf(little(claims), key))
  await nobody('boss')
})
