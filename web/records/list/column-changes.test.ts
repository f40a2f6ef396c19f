import { expect, test } from 'vitest'
import { dropPlace, withMoved, without, withWidth } from './column-changes.ts'
import { layOutColumns } from './columns.ts'
import { sampleCatalogue } from './testing.ts'

const catalogue = sampleCatalogue()
const deal = catalogue.object('deal')
const columns = layOutColumns(
  deal,
  { columns: ['name', 'amount', 'kind', 'company.industry'].map((field) => ({ field })) },
  catalogue,
)
const fields = (list: readonly { field: string }[]) => list.map(({ field }) => field)

test('columns are laid out from left to right; what nobody has any more is left out', () => {
  const laid = layOutColumns(
    deal,
    { columns: [{ field: 'gone' }, { field: 'kind', width: 5000 }, { field: 'company.gone' }] },
    catalogue,
  )
  expect(laid.map(({ path, left, width }) => [path, left, width])).toEqual([
    ['name', 0, 264],
    ['kind', 264, 960],
  ])
})

test('a width is kept only where it is not the usual one', () => {
  expect(withWidth(columns, 'amount', 200.4)).toEqual([
    { field: 'name' },
    { field: 'amount', width: 200 },
    { field: 'kind' },
    { field: 'company.industry' },
  ])
  expect(withWidth(columns, 'amount', 128)[1]).toEqual({ field: 'amount' })
})

test('a column is moved, the title stays', () => {
  expect(fields(withMoved(columns, 'amount', 9))).toEqual(['name', 'kind', 'company.industry', 'amount'])
  expect(fields(withMoved(columns, 'kind', 0))).toEqual(['name', 'kind', 'amount', 'company.industry'])
  expect(fields(withMoved(columns, 'name', 3))[0]).toBe('name')
  expect(fields(without(columns, 'kind'))).toEqual(['name', 'amount', 'company.industry'])
  expect(fields(without(columns, 'name'))[0]).toBe('name')
})

test('a column is dropped before the one whose middle is right of it', () => {
  expect(dropPlace(columns, 10)).toBe(1)
  expect(dropPlace(columns, 264 + 70)).toBe(2)
  expect(dropPlace(columns, 5000)).toBe(4)
})
