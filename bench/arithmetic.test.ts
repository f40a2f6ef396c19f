import { expect, test } from 'vitest'
import { median, percentile, ratioOf } from './arithmetic.ts'

test('a percentile is a value of the list, by nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 0.5)).toBe(7)
  expect(percentile([3, 1], 0.95)).toBe(3)
  expect(percentile([], 0.5)).toBeNaN()
})

test('a median of an even number lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 1, 4, 2])).toBe(3)
  expect(median([])).toBeNaN()
})

test('numbers sort as numbers', () => {
  expect(median([10, 9, 100])).toBe(10)
})

test('a round that was slow for both sides does not move the ratio', () => {
  const quick = { limit: 1000, kith: 600 }
  const slow = { limit: 100, kith: 60 }
  expect(ratioOf([quick, slow, quick])).toBeCloseTo(0.6)
  expect(ratioOf([quick, slow, { limit: 1000, kith: 1000 }])).toBeCloseTo(0.6)
})
