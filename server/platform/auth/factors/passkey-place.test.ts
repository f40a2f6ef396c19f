import { expect, test } from 'vitest'
import { passkeyPlace } from './passkey-place.ts'

const known = 'https://crm.example.com'

test.each([
  ['the public address', known, 'inner:3000', 'crm.example.com'],
  ['no page at all', undefined, 'inner:3000', 'crm.example.com'],
  ['a further name', 'https://crm.example.cn', 'crm.example.cn', 'crm.example.cn'],
  ['this very machine', 'http://localhost:3000', 'localhost:3000', 'localhost'],
])('from %s there are passkeys', (_, origin, host, expected) => {
  expect(passkeyPlace({ origin, host }, known)).toEqual({ origin: origin ?? known, host: expected })
})

test.each([
  ['an address of numbers', 'https://10.0.0.5', '10.0.0.5'],
  ['one of IPv6', 'https://[::1]:3000', '[::1]:3000'],
  ['a name without HTTPS', 'http://kith.office', 'kith.office'],
  ['another site', 'https://evil.example', 'crm.example.com'],
  ['an unknown page', 'null', 'crm.example.com'],
])('from %s there are none, and the answer says where', (_, origin, host) => {
  const place = () => passkeyPlace({ origin, host }, known)
  expect(place).toThrow(
    expect.objectContaining({ code: 'passkey_unavailable', parameters: { address: known } }),
  )
})
