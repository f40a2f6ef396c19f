import { expect, test } from 'vitest'
import { countsOf, portion, spread } from './shares.ts'

test('counts add up to what was asked for, and the first record is a company', () => {
  for (const records of [0, 1, 2, 7, 99, 300, 4_321, 1_000_000]) {
    const counts = countsOf(records)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(records)
    if (records > 0) expect(counts.company).toBeGreaterThan(0)
  }
})

test('portions add up to the total', () => {
  const cuts = [0, 0.1, 0.11, 0.5, 0.999, 1]
  const parts = cuts.slice(1).map((cut, index) => portion(1_234, cuts[index]!, cut))
  expect(parts.reduce((sum, part) => sum + part)).toBe(1_234)
})

test('spreading is exact and follows the weights', () => {
  for (const start of [0, 0.3, 0.999]) {
    const counts = spread(100, [1, 2, 3, 4], start)
    expect(counts.reduce((sum, count) => sum + count)).toBe(100)
    for (const [index, count] of counts.entries()) expect(Math.abs(count - 10 * (index + 1))).toBeLessThan(2)
    expect(spread(3, [5, 1, 1, 1, 1, 1], start).reduce((sum, count) => sum + count)).toBe(3)
  }
  expect(spread(0, [1, 1], 0.5)).toEqual([0, 0])
})

test('everybody gets the least where there is enough', () => {
  expect(Math.min(...spread(40, Array(30).fill(1), 0.5, 1))).toBe(1)
  expect(spread(2, [1, 1, 1], 0, 1).reduce((sum, count) => sum + count)).toBe(2)
})
