import { expect, test } from 'vitest'
import { quarterOf } from './quarter.ts'

test.each([
  ['2026-11-22T07:00:00Z', 'Asia/Shanghai', 1, '2026-10-01'],
  // In Shanghai the new year has begun.
  ['2026-12-31T20:00:00Z', 'Asia/Shanghai', 1, '2027-01-01'],
  ['2026-12-31T20:00:00Z', 'UTC', 1, '2026-10-01'],
  ['2026-01-15T00:00:00Z', 'UTC', 4, '2026-01-01'],
  ['2026-01-15T00:00:00Z', 'UTC', 2, '2025-11-01'],
  ['2026-03-31T12:00:00Z', 'UTC', 3, '2026-03-01'],
])(
  '%s in %s, where the year begins in month %i, lies in the quarter from %s',
  (now, timeZone, fiscalYearStart, day) => {
    expect(quarterOf(new Date(now), { timeZone, fiscalYearStart })).toBe(day)
  },
)
