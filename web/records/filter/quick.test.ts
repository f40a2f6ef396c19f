import { expect, test } from 'vitest'
import { catalogue } from '#shared/expression/testing.ts'
import { type FilterGroup, noFilter } from './filter.ts'
import { furtherParts, quickFields, quickValue, withQuick } from './quick.ts'

const deal = catalogue.object('deal')

test('bounds are conditions of their own and go where nothing is asked any more', () => {
  const some = withQuick(withQuick(noFilter, 'amount', 'atLeast', '500000'), 'amount', 'atMost', '9')
  expect(some.parts).toHaveLength(2)
  expect(quickValue(some, 'amount', 'atMost')).toBe('9')
  expect(withQuick(some, 'amount', 'atLeast', null).parts).toEqual([
    { kind: 'condition', field: 'amount', operator: 'atMost', value: '9' },
  ])
  expect(withQuick(noFilter, 'levels', 'anyOf', []).parts).toEqual([])
})

test('what is asked twice or in another way stands among the further ones', () => {
  const amount = (operator: 'atLeast' | 'greater', value: string) =>
    ({ kind: 'condition', field: 'amount', operator, value }) as const
  const filter: FilterGroup = {
    kind: 'group',
    joint: 'and',
    parts: [amount('atLeast', '1'), amount('atLeast', '2'), amount('greater', '3')],
  }
  expect(furtherParts(filter, quickFields(deal)).map(({ index }) => index)).toEqual([1, 2])
})

test('few choices come first, then bounds', () => {
  expect(quickFields(deal).map(({ kind }) => kind)).toEqual([
    'range',
    'usual',
    'usual',
    'usual',
    'usual',
    'usual',
  ])
})
