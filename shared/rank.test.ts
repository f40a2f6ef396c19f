import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, bornRank, isRank } from './rank.ts'
import { uuidv7At } from './uuid.ts'

test('there is a rank before, after and between any two', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
      const ranks: string[] = []
      for (const place of places) {
        const at = place % (ranks.length + 1)
        ranks.splice(at, 0, between(ranks[at - 1] ?? null, ranks[at] ?? null))
      }
      expect(ranks).toEqual(ranks.toSorted())
      expect(new Set(ranks).size).toBe(ranks.length)
      expect(ranks.every(isRank)).toBe(true)
    }),
  )
})

test('thousands of moves to either end make no long ranks', () => {
  let first = bornRank(uuidv7At(1_800_000_000_000, 1, 2, 3))
  let last = first
  for (let move = 0; move < 5_000; move++) {
    first = between(null, first)
    last = between(last, null)
  }
  expect(first.length).toBeLessThan(12)
  expect(last.length).toBeLessThan(12)
})

test('what is born later comes before a card that was moved to the top', () => {
  const moved = between(null, bornRank(uuidv7At(1_800_000_000_000, 1, 2, 3)))
  expect(bornRank(uuidv7At(1_800_000_001_000, 0, 0, 0)) < moved).toBe(true)
})

test('the newest is born first, and anything fits between two that were born', () => {
  const older = bornRank(uuidv7At(1_800_000_000_000, 1, 2, 3))
  const newer = bornRank(uuidv7At(1_800_000_000_001, 0, 0, 0))
  expect(newer < older).toBe(true)
  const middle = between(newer, older)
  expect(newer < middle && middle < older).toBe(true)
})

test('nothing lies between a rank and itself, nor where only zeros differ', () => {
  expect(() => between('a', 'a')).toThrow(RangeError)
  expect(() => between('b', 'a')).toThrow(RangeError)
  expect(() => between('a', 'a0')).toThrow(RangeError)
})
