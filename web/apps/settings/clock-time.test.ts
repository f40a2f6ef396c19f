import { expect, test } from 'vitest'
import { readClock } from './clock-time.ts'

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['18：00', '18:00'],
  ['24:00', undefined],
  ['9:75', undefined],
  ['noon', undefined],
  ['', undefined],
])('%j is %j', (text, expected) => {
  expect(readClock(text)).toBe(expected)
})
