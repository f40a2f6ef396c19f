import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keys } from './keys.ts'
import { knownRecord } from './known-record.ts'

const hongyuan = { id: '1', version: 1, name: '泓远' }
const yunqi = { id: '2', version: 1, name: '云启' }

test.each([
  ['a page of its own', keys.recordWith('company', '2', []), yunqi],
  ['a list', keys.list('company', {}), { data: [hongyuan, yunqi] }],
  ['a further page', keys.list('company', {}), { pages: [{ data: [hongyuan] }, { data: [yunqi] }] }],
])('a record is known from %s', (_where, key, data) => {
  const client = new QueryClient()
  client.setQueryData(keys.aggregate('company', {}), [{ count: 2 }])
  client.setQueryData(key, data)
  expect(knownRecord(client, 'company', '2')).toBe(yunqi)
  expect(knownRecord(client, 'company', '3')).toBeUndefined()
  expect(knownRecord(client, 'contact', '2')).toBeUndefined()
})
