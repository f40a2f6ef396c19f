import { expect, test } from 'vitest'
import { type Shift, shifted } from './totals.ts'

const totals = { count: 4, sum: 1_000, weighted: 250 }
const shift: Shift = { from: 'a', to: 'b', amount: 200, weightFrom: 25, weightTo: 50 }

test('the column that a card leaves loses it with its share, the one that it enters gains it by its own weight', () => {
  expect(shifted(totals, 'a', [shift])).toEqual({ count: 3, sum: 800, weighted: 200 })
  expect(shifted(totals, 'b', [shift])).toEqual({ count: 5, sum: 1_200, weighted: 350 })
})

test('other columns, and a move within one, change nothing', () => {
  expect(shifted(totals, 'c', [shift])).toBe(totals)
  expect(shifted(totals, 'a', [{ ...shift, to: 'a' }])).toBe(totals)
})

test('of a card in another currency only the count is known', () => {
  expect(shifted(totals, 'b', [{ ...shift, amount: undefined }])).toEqual({
    count: 5,
    sum: 1_000,
    weighted: 250,
  })
})
