import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from './testing.ts'
import { toInstant, toLocal } from './time-zone.ts'

it.each([
  ['2026-11-20T08:30:00.123Z', '2026-11-20T08:30:00.123Z'],
  ['2026-11-20T08:30:00.000Z', '2026-11-20T08:30:00Z'],
  ['2026-11-20t08:30:00+08:00', '2026-11-20T00:30:00Z'],
  ['2026-11-20T00:30:00.123456789+05:45', '2026-11-19T18:45:00.123456Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ['2026-03-01T00:00:00+00:30', '2026-02-28T23:30:00Z'],
  ['', null],
])('keeps %s as %s', (value, kept) => expect(parse('dateTime', value)).toBe(kept))

it.each([
  '2026-11-20',
  '2026-11-20T08:30:00',
  '2026-11-20T24:00:00Z',
  '2026-02-29T00:00:00Z',
  '0001-01-01T00:00:00+08:00',
  '9999-12-31T23:59:59-01:00',
  'now',
])('refuses %s', (value) => expect(parse('dateTime', value)).toBe('refused: invalid_date_time'))

it('agrees with the platform about every moment', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(-62_135_596_800_000), max: new Date('9999-12-30'), noInvalidDate: true }),
      (date) => {
        const kept = parse('dateTime', date.toISOString())
        expect(new Date(String(kept)).getTime()).toBe(date.getTime())
      },
    ),
  )
})

it('goes to local time and back', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns', 'UTC', 'Pacific/Apia')
  fc.assert(
    fc.property(fc.integer({ min: -2e12, max: 4e12 }), zones, (instant, zone) => {
      const back = toInstant(toLocal(instant, zone), zone)
      // In an hour that clocks repeat, local time cannot tell the two apart.
      expect(toLocal(back, zone)).toBe(toLocal(instant, zone))
    }),
  )
})
