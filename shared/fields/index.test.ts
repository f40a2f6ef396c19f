import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isErrorCode } from '#shared/errors.ts'
import type { FieldSettings, FieldTypeName, Parsed } from './field-type.ts'
import { fieldTypes, formatValue, parseValue, readText } from './index.ts'
import { chinese, fieldOf, format, levels, locales, parse } from './testing.ts'

const names = Object.keys(fieldTypes) as FieldTypeName[]
const fields: readonly FieldSettings[] = [
  ...names.map((name) => fieldOf(name, { options: levels, to: 'company' })),
  fieldOf('number', { decimals: 2, min: -10, max: 1e6 }),
  fieldOf('anyRecord', { multiple: true }),
  fieldOf('select'),
]

/** A refusal names a code of the catalogue; an accepted value is accepted again, unchanged. */
function isSound(field: FieldSettings, parsed: Parsed): void {
  if (!parsed.ok) {
    expect(isErrorCode(parsed.refusal.code), parsed.refusal.code).toBe(true)
    return
  }
  expect(parseValue(field, parsed.value)).toEqual(parsed)
  if (parsed.value !== null) {
    expect(() => JSON.stringify(parsed.value)).not.toThrow()
    for (const locale of locales) expect(typeof formatValue(field, parsed.value, locale)).toBe('string')
  }
}

const identifier = fc.uuid()
const likely: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  identifier,
  fc.array(fc.oneof(identifier, fc.string(), fc.constantFrom('key', 'normal', 'KEY'))),
  fc.array(fc.constantFrom('key', 'normal')),
  fc.record(
    { object: fc.constantFrom('deal', 'A b'), id: identifier, x: fc.anything() },
    { requiredKeys: [] },
  ),
  fc.record(
    {
      country: fc.constantFrom('CN', 'cn', 'XX'),
      city: fc.string(),
      latitude: fc.double(),
      code: fc.constantFrom('320500', '32'),
      __proto__: fc.constant({ country: 'CN' }),
    },
    { requiredKeys: [] },
  ),
  fc.emailAddress(),
  fc.webUrl(),
)

describe('every field type', () => {
  it('is listed under its own name', () => {
    for (const name of names) expect(fieldTypes[name].name).toBe(name)
  })

  it('accepts again what it accepted, refuses by code, never throws', () => {
    fc.assert(
      fc.property(likely, (value) => {
        for (const field of fields) isSound(field, parseValue(field, value))
      }),
      { numRuns: 400 },
    )
  })

  it('reads any text without throwing, to a value that it accepts', () => {
    const words = fc.constantFrom(
      '下',
      '周',
      '三',
      '个',
      '月',
      '5',
      '12',
      ':',
      '点',
      '-',
      '/',
      ' ',
      '万',
      '亿',
      '.',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom(...locales), (text, locale) => {
        for (const field of fields) isSound(field, readText(field, text, locale))
      }),
      { numRuns: 400 },
    )
  })

  it('takes hostile input in bounded time', () => {
    const hostile = [
      '9'.repeat(50_000),
      ' '.repeat(50_000),
      '1,'.repeat(20_000),
      'a@'.repeat(20_000),
      '\u202e'.repeat(9_999),
    ]
    for (const text of hostile) for (const field of fields) readText(field, text, chinese)
  })

  it('refuses a member named __proto__ and leaves prototypes alone', () => {
    const value: unknown = JSON.parse('{"__proto__": {"polluted": true}, "city": "苏州"}')
    expect(parse('address', value)).toBe('refused: invalid_address')
    expect(parse('anyRecord', value)).toBe('refused: member_not_allowed')
    expect(parse('json', [value])).toBe('refused: member_not_allowed')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('prints null as nothing and reads blank text as null', () => {
    for (const field of fields) {
      expect(formatValue(field, null, chinese)).toBe('')
      expect(readText(field, ' \u3000\n', chinese)).toEqual({ ok: true, value: null })
      expect(parseValue(field, null)).toEqual({ ok: true, value: null })
    }
  })
})

describe('what is printed is read back', () => {
  const back = (field: FieldSettings, value: unknown) => {
    for (const locale of locales) {
      const printed = formatValue(field, value, locale)
      expect(readText(field, printed, locale), printed).toEqual({ ok: true, value })
    }
  }
  const numbers = fc
    .double({ min: -1e14, max: 1e14, noNaN: true })
    .map((value) => Number(value.toPrecision(15)) + 0)

  it('numbers and percentages', () => {
    fc.assert(
      fc.property(
        numbers.filter((value) => value === 0 || Math.abs(value) > 1e-9),
        (value) => {
          back(fieldOf('number'), value === 0 ? 0 : value)
          back(fieldOf('percent'), value === 0 ? 0 : value)
        },
      ),
    )
  })

  it('amounts', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(6), (units, decimals) => {
        const value = parse('money', `${units}.${'0'.repeat(6 - decimals)}${'123456'.slice(0, decimals)}`)
        back(fieldOf('money'), value)
      }),
    )
  })

  it('dates', () => {
    const dates = fc.date({
      min: new Date(-62_135_596_800_000),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(fc.property(dates, (value) => back(fieldOf('date'), value.toISOString().slice(0, 10))))
  })

  it('moments, to the minute, where clocks never repeat an hour', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 40 })
    fc.assert(
      fc.property(minutes, (value) => {
        const moment = new Date(Date.UTC(2000, 0, 1) + value * 60_000).toISOString().replace('.000', '')
        const field = fieldOf('dateTime')
        const printed = formatValue(field, moment, chinese)
        expect(readText(field, printed, chinese)).toEqual({ ok: true, value: moment })
      }),
    )
  })

  it('booleans, options and ratings', () => {
    for (const value of [true, false]) back(fieldOf('boolean'), value)
    for (const { value } of levels) back(fieldOf('select', { options: levels }), value)
    back(fieldOf('multiSelect', { options: levels }), ['normal', 'key'])
    back(fieldOf('multiSelect', { options: levels }), ['dormant'])
    for (const value of [1, 3, 5]) back(fieldOf('rating'), value)
    for (const value of [1, 57, 100]) back(fieldOf('rating', { max: 100 }), value)
  })

  it('prints in the reader’s language', () => {
    const [simplified, traditional, inEnglish] = locales
    expect(format('select', 'key', traditional, { options: levels })).toBe('重點客戶')
    expect(format('multiSelect', ['key', 'normal'], inEnglish, { options: levels })).toBe(
      'Key account, Normal',
    )
    expect(format('boolean', true, simplified)).toBe('是')
    expect(format('dateTime', '2026-11-20T08:30:00Z', simplified)).toBe('11月20日 16:30')
    expect(format('dateTime', '2025-11-20T21:30:00Z', inEnglish)).toBe('Nov 20, 2025, 16:30')
    expect(format('percent', 12.5, simplified)).toBe('12.5%')
    expect(format('number', 1234.5, inEnglish, { decimals: 2 })).toBe('1,234.50')
  })
})
