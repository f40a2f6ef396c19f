import { expect, test } from 'vitest'
import { type Ground, stepTarget } from './drag-target.ts'

const sizes: Readonly<Record<string, number>> = { a: 3, b: 1, c: 0 }
const ground: Ground = { columns: ['a', 'b', 'c'], size: (column) => sizes[column] ?? 0, manual: true }

test('arrows go through a column up to the place after its last card', () => {
  expect(stepTarget({ column: 'b', index: 0 }, 'down', ground)).toEqual({ column: 'b', index: 1 })
  expect(stepTarget({ column: 'b', index: 1 }, 'down', ground)).toEqual({ column: 'b', index: 1 })
  expect(stepTarget({ column: 'a', index: 0 }, 'up', ground)).toEqual({ column: 'a', index: 0 })
})

test('a step to the side keeps the height as far as the other column reaches', () => {
  expect(stepTarget({ column: 'a', index: 2 }, 'right', ground)).toEqual({ column: 'b', index: 1 })
  expect(stepTarget({ column: 'b', index: 1 }, 'right', ground)).toEqual({ column: 'c', index: 0 })
  expect(stepTarget({ column: 'c', index: 0 }, 'right', ground)).toEqual({ column: 'c', index: 0 })
})

test('where the view sorts, only the column can be chosen', () => {
  const sorted = { ...ground, manual: false }
  expect(stepTarget({ column: 'a', index: undefined }, 'down', sorted)).toEqual({
    column: 'a',
    index: undefined,
  })
  expect(stepTarget({ column: 'a', index: undefined }, 'right', sorted)).toEqual({
    column: 'b',
    index: undefined,
  })
})
