import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { ownRecords } from '#test/support/permissions.ts'
import { knownMay } from './known-may.ts'

const label = sameInAllLanguages('x')
const name = { name: 'name', key: 'name', type: 'text', label, origin: 'shipped' } as const
const object = buildCatalogue(1, [
  { name: 'company', key: 'company', label, origin: 'shipped', fields: [name] },
]).object('company')
const own = { id: 'a', version: 1, ownerId: 'me' }
const told = (update: boolean, transfer: boolean) => ({ id: 'b', version: 1, $may: { update, transfer } })
const transfers = (
  update: 'all' | 'own' | 'none',
  transfer: 'all' | 'own' | 'none',
  record: typeof own | object,
) =>
  knownMay(
    { usual: { ...ownRecords, read: 'all', update, transfer }, objects: {}, fields: {}, rights: [] },
    'me',
    object,
    { id: 'b', version: 1, ...record },
    'transfer',
  )

test('a record is handed over by who may change it and give it away, both', () => {
  expect(transfers('all', 'all', {})).toBe(true)
  expect(transfers('own', 'own', own)).toBe(true)
  expect(transfers('none', 'all', own)).toBe(false)
  expect(transfers('all', 'none', own)).toBe(false)
  expect(transfers('own', 'all', told(false, true))).toBe(false)
  expect(transfers('own', 'own', told(true, true))).toBe(true)
})

test('what neither a role nor the record says would have to be asked', () => {
  expect(transfers('own', 'all', {})).toBeUndefined()
  // However that is answered, the other half is not.
  expect(transfers('own', 'none', {})).toBe(false)
})
