import { expect, test } from 'vitest'
import { sumOf } from './sum.ts'

test('amounts are summed exactly', () => {
  expect(sumOf(['0.1', '0.2', null, undefined])).toBe('0.3')
  expect(sumOf(['-12.50', 2, '10'])).toBe('-0.5')
  expect(sumOf(['999999999999999999', '1'])).toBe('1000000000000000000')
  expect(sumOf([])).toBe('0')
})
