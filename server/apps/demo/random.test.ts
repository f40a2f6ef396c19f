import { expect, test } from 'vitest'
import { evenly, Random, weighted } from './random.ts'

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('the seed decides the sequence', () => {
  const sequence = (seed: number) => {
    const random = new Random(seed)
    return draws(50, () => random.bits())
  }
  expect(sequence(1)).toEqual(sequence(1))
  expect(sequence(1)).not.toEqual(sequence(2))
})

test('draws have the distribution they name', () => {
  const random = new Random(5)
  expect(mean(draws(20_000, () => random.unit()))).toBeCloseTo(0.5, 1)
  expect(mean(draws(20_000, () => random.normal()))).toBeCloseTo(0, 1)
  expect(mean(draws(20_000, () => random.exponential(3)))).toBeCloseTo(3, 0)
  const sorted = draws(20_001, () => random.logNormal(100, 1)).sort((a, b) => a - b)
  expect(Math.abs(sorted[10_000]! - 100)).toBeLessThan(6)
  expect(new Set(draws(500, () => random.whole(2, 4)))).toEqual(new Set([2, 3, 4]))
  expect(random.digits(6)).toMatch(/^\d{6}$/)
})

test('weights decide how often a value is drawn', () => {
  const random = new Random(9)
  const drawn = weighted([
    ['often', 3],
    ['seldom', 1],
    ['never', 0],
  ])
  const values = draws(8_000, () => drawn(random.unit()))
  expect(values.filter((value) => value === 'often').length / values.length).toBeCloseTo(0.75, 1)
  expect(values).not.toContain('never')
  expect([drawn(0), drawn(0.9999)]).toEqual(['often', 'seldom'])
})

test('an even sequence reaches every fifth within ten draws', () => {
  for (const start of [0, 0.21, 0.77]) {
    const next = evenly(start)
    expect(new Set(draws(10, () => Math.floor(next() * 5))).size).toBe(5)
  }
})
