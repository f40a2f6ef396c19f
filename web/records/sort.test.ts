import { expect, test } from 'vitest'
import { printSort, readSort, toggleSort } from './sort.ts'

test('a sort is read and printed back', () => {
  expect(readSort('-amount, name')).toEqual([
    { field: 'amount', descending: true },
    { field: 'name', descending: false },
  ])
  expect(printSort(readSort('-amount,name,amount'))).toBe('-amount,name')
  expect(readSort(undefined)).toEqual([])
  expect(readSort(',-,')).toEqual([])
})

test('clicks on a head go natural, reverse, none', () => {
  const once = toggleSort([], 'amount', 'descending', false)
  expect(printSort(once)).toBe('-amount')
  const twice = toggleSort(once, 'amount', 'descending', false)
  expect(printSort(twice)).toBe('amount')
  expect(toggleSort(twice, 'amount', 'descending', false)).toEqual([])
})

test('shift adds a key and leaves the others in their place', () => {
  const keys = readSort('-amount,name')
  expect(printSort(toggleSort(keys, 'status', 'ascending', true))).toBe('-amount,name,status')
  expect(printSort(toggleSort(keys, 'amount', 'descending', true))).toBe('amount,name')
  expect(printSort(toggleSort(keys, 'name', 'ascending', true))).toBe('-amount,-name')
  expect(printSort(toggleSort(keys, 'name', 'ascending', false))).toBe('-name')
})
