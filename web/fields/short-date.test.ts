import { expect, test } from 'vitest'
import { shortDate, shortDateTime } from './short-date.ts'

const now = { timeZone: 'Asia/Shanghai', now: '2026-11-20T08:00:00Z' }

test('the year is written only where it is another one', () => {
  expect(shortDate('2026-11-20', { ...now, language: 'zh-CN' })).toBe('11月20日')
  expect(shortDate('2027-01-31', { ...now, language: 'zh-CN' })).toBe('2027年1月31日')
  expect(shortDate('2026-11-20', { ...now, language: 'en' })).toBe('Nov 20')
  expect(shortDate('2027-01-31', { ...now, language: 'en' })).toBe('Jan 31, 2027')
})

test('a moment is shown in the time zone of who looks', () => {
  expect(shortDateTime('2026-11-20T18:30:00Z', { ...now, language: 'zh-CN' })).toBe('11月21日 02:30')
  expect(shortDateTime('2026-11-20T18:30:00Z', { ...now, language: 'en' })).toBe('Nov 21, 02:30')
  // New year in Shanghai comes before it does in UTC.
  expect(shortDateTime('2026-12-31T17:00:00Z', { ...now, language: 'zh-CN' })).toBe('2027年1月1日 01:00')
})

test('what is no date is shown as it came', () => {
  expect(shortDate('soon', { ...now, language: 'en' })).toBe('soon')
})
