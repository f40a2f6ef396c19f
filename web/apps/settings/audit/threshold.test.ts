import { expect, test } from 'vitest'
import { readThreshold } from './threshold.ts'

test.each([
  ['100', '100'],
  [' 1,000 ', '1000'],
  ['１００', '100'],
  ['0', '0'],
  ['-1', undefined],
  ['1.5', undefined],
  ['1001', undefined],
  ['', undefined],
])('%s', (typed, read) => {
  expect(readThreshold(1_000)(typed)).toBe(read)
})
