import { expect, test } from 'vitest'
import { base32, codeAt, enrolmentAddress, stepAt, stepOfCode } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B: SHA-1, the last six digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %d the code is %s', (second, code) => {
  expect(codeAt(secret, stepAt(second * 1000))).toBe(code)
})

test('a clock may be one step ahead or behind, and no more', () => {
  const now = 1_700_000_000_000
  const step = stepAt(now)
  const found = [-2, -1, 0, 1, 2].map((away) => stepOfCode(secret, codeAt(secret, step + away), now))
  expect(found).toEqual([undefined, step - 1, step, step + 1, undefined])
})

test.each(['', '28708', '2870822', '２８７０８２', 'abcdef', '\0\0\0\0\0\0'])('%j is no code', (code) => {
  expect(stepOfCode(secret, code, 59_000)).toBeUndefined()
})

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j is %j in base 32', (plain, encoded) => {
  expect(base32(Buffer.from(plain))).toBe(encoded)
})

test('the QR code names product and account', () => {
  const address = new URL(enrolmentAddress(secret, 'wang+a@example.com'))
  expect(decodeURIComponent(address.pathname)).toBe('/Kith:wang+a@example.com')
  expect(Object.fromEntries(address.searchParams)).toEqual({ secret: base32(secret), issuer: 'Kith' })
})
