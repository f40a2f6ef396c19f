import { expect, test } from 'vitest'
import { formatMessage } from './format.ts'

const records = '{count, plural, =0 {No records} one {# record} other {# records}} of {object}'

test.each([
  [0, 'No records of Company'],
  [1, '1 record of Company'],
  [12_000, '12,000 records of Company'],
])('English chooses the plural of %i', (count, expected) => {
  expect(formatMessage(records, { count, object: 'Company' }, 'en')).toBe(expected)
})

test('Chinese fills in place and groups digits', () => {
  expect(formatMessage('共{count}条{object}', { count: 2346, object: '客户' }, 'zh-CN')).toBe('共2,346条客户')
})

test('a placeholder inside a plural branch is filled', () => {
  const text = '{count, plural, one {Delete {name}} other {Delete # records}}'
  expect(formatMessage(text, { count: 1, name: 'Acme' }, 'en')).toBe('Delete Acme')
})

test('a missing parameter shows itself', () => {
  expect(formatMessage('Hello {name}', {}, 'en')).toBe('Hello {name}')
})
