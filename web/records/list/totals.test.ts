import { expect, test } from 'vitest'
import { layOutColumns } from './columns.ts'
import { sampleCatalogue } from './testing.ts'
import { figureOf, functionsOf, measuresOf, totalOf } from './totals.ts'

const catalogue = sampleCatalogue()
const deal = catalogue.object('deal')
const asked = ['name', 'amount', 'kind', 'company', 'company.industry', 'tags'].map((field) => ({ field }))
const columns = layOutColumns(deal, { columns: asked }, catalogue)
const column = (path: string) => {
  const found = columns.find((one) => one.path === path)
  if (found === undefined) throw new Error(path)
  return found
}

test('money is summed where a view says nothing, and nothing where it says nothing of it', () => {
  expect(totalOf(column('amount'), undefined)).toBe('sum')
  expect(totalOf(column('kind'), undefined)).toBeUndefined()
  expect(totalOf(column('amount'), {})).toBeUndefined()
})

test('a function that the type has not is none', () => {
  expect(totalOf(column('kind'), { kind: 'sum' })).toBeUndefined()
  expect(totalOf(column('tags'), { tags: 'distinct' })).toBeUndefined()
  expect(functionsOf(column('amount').field)).toContain('avg')
})

test('each figure is asked for once, related fields by their path', () => {
  const totals = { amount: 'avg', kind: 'empty', company: 'distinct', 'company.industry': 'filled' } as const
  expect(measuresOf(columns, totals)).toEqual([
    { fn: 'avg', field: 'amount' },
    { fn: 'count', field: 'kind' },
    { fn: 'countDistinct', field: 'companyId' },
    { fn: 'count', field: 'company.industry' },
  ])
})

test('figures are read from the answer', () => {
  const figures = { count: 10, 'count(kind)': 7, 'sum(amount)': '12.50', 'min(amount)': null }
  expect(figureOf(column('kind'), 'empty', figures)).toBe(3)
  expect(figureOf(column('kind'), 'count', figures)).toBe(10)
  expect(figureOf(column('amount'), 'sum', figures)).toBe('12.50')
  expect(figureOf(column('amount'), 'min', figures)).toBeUndefined()
})
