import { expect, test } from 'vitest'
import { quarterMonths } from './quarter-months.ts'

test.each([
  ['2026-10-01', 'zh-CN', '2026年10月', '2026年12月'],
  ['2025-11-01', 'en', 'November 2025', 'January 2026'],
])('the quarter from %s in %s', (startsOn, language, first, last) => {
  expect(quarterMonths(startsOn, language)).toEqual({ first, last })
})
