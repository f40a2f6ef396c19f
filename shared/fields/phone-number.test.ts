import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { expect, it } from 'vitest'
import { toE164 } from './phone-number.ts'
import { storedFieldTypes } from './stored-field-types.ts'
import { fieldOf } from './testing.ts'

it.each([
  ['0512-62884100转801', '+8651262884100'],
  ['(021) 6288-4100 ext. 12', '+862162884100'],
  ['13800138000', '+8613800138000'],
  ['１３８ ００１３ ８０００', '+8613800138000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['13800138000/13900139000', '+8613800138000'],
  ['+1 212 555 0123', '+12125550123'],
  ['95588', null],
  ['110', null],
  ['问前台', null],
  ['', null],
])('%s', (typed, number) => expect(toE164(typed, 'CN')).toBe(number))

it('knows numbers by the country they are written in', () => {
  expect(toE164('0912 345 678', 'TW')).toBe('+886912345678')
  expect(toE164('0912 345 678', '??')).toBeNull()
})

it('takes no short cut for Chinese mobiles that the numbering plan does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000_000, max: 19_999_999_999 }), (value) => {
      const full = parsePhoneNumberFromString(String(value), { defaultCountry: 'CN' })
      expect(toE164(String(value), 'CN')).toBe(full?.isValid() === true ? full.number : null)
    }),
    { numRuns: 1000 },
  )
})

it('is the derived column of a phone field, and any text is fine', () => {
  const { derived } = storedFieldTypes.phone
  expect(derived?.suffix).toBe('_e164')
  expect(derived?.compute('13800138000', fieldOf('phone'), { country: 'CN' })).toBe('+8613800138000')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (typed) => {
      expect(toE164(typed, 'CN') ?? '+10').toMatch(/^\+\d+$/)
    }),
  )
})
