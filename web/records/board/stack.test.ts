import { expect, test } from 'vitest'
import { dropIndex, indexAt, stackOf } from './stack.ts'

const stack = stackOf([100, 50, 100], 10)

test('boxes follow each other with a gap between', () => {
  expect(stack).toEqual({ starts: [0, 110, 170], sizes: [100, 50, 100], end: 270 })
  expect(stackOf([], 10, 16)).toEqual({ starts: [], sizes: [], end: 16 })
})

test('the first box in view is the first that reaches it', () => {
  expect([-5, 0, 99, 100, 165, 1_000].map((at) => indexAt(stack, at))).toEqual([0, 0, 0, 1, 2, 3])
})

test('a card comes before the box whose middle it has not passed', () => {
  expect([0, 50, 51, 135, 136, 221].map((at) => dropIndex(stack, at))).toEqual([0, 0, 1, 1, 2, 3])
})
