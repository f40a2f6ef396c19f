import { expect, test } from 'vitest'
import { parseSearch, pick, stringifySearch } from './search-params.ts'

test('an expression survives the address unchanged', () => {
  const search = { filter: 'name contains "华为" & amount > 50', sort: '-createdAt,name' }
  expect(parseSearch(stringifySearch(search))).toEqual(search)
})

test('a number stays the text that it was', () => {
  expect(parseSearch('?search=0512')).toEqual({ search: '0512' })
})

test('empty and absent parameters leave no trace', () => {
  expect(stringifySearch({ filter: undefined, sort: '' })).toBe('')
})

test('only the named parameters are kept', () => {
  expect(pick('sort', 'filter')({ sort: 'name', x: '1', filter: 3 })).toEqual({ sort: 'name' })
})
