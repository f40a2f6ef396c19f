import { expect, test } from 'vitest'
import { chinese, fieldOf } from '#shared/fields/testing.ts'
import { readMoney } from './read-money.ts'

const field = fieldOf('money')

test.each([
  ['50万', 'CNY', '500000'],
  ['¥1.2k', 'CNY', '1200'],
  ['3百', 'CNY', '300'],
  ['１，２３４．５', 'CNY', '1234.5'],
  ['$1,200', 'USD', '1200'],
  ['USD 3M', 'USD', '3000000'],
  ['NT$ 500', 'TWD', '500'],
])('%s', (text, currency, value) =>
  expect(readMoney(text, field, chinese)).toEqual({ currency, parsed: { ok: true, value } }),
)

test('a dollar is that of the record where it has one', () => {
  expect(readMoney('$5', field, { ...chinese, currency: 'TWD' }).currency).toBe('TWD')
})
