import { expect, test } from 'vitest'
import { fittingOf } from './use-fitting.ts'

const fitting = (...given: Parameters<typeof fittingOf>) => [...fittingOf(...given)]

test('all tabs stand side by side where there is room', () => {
  expect(fitting([100, 100], 200, 0, 50)).toEqual([0, 1])
})
test('room is left for the menu of the others', () => {
  expect(fitting([100, 100, 100], 260, 0, 50)).toEqual([0, 1])
})
test('the current one is among them whatever its place', () => {
  expect(fitting([100, 100, 100, 100], 260, 3, 50)).toEqual([0, 3])
  expect(fitting([100, 900], 260, 1, 50)).toEqual([1])
})
