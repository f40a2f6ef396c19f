import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { entryOf } from './entry.ts'

const deal = buildCatalogue(1, [
  {
    name: 'deal',
    key: 'deal',
    label: sameInAllLanguages('Deal'),
    origin: 'shipped',
    fields: [
      { name: 'name', key: 'name', type: 'text', label: sameInAllLanguages('Name'), origin: 'shipped' },
      {
        name: 'amount',
        key: 'amount_2',
        type: 'money',
        label: sameInAllLanguages('Amount'),
        origin: 'custom',
      },
      { name: 'tags', key: 'tags', type: 'tags', label: sameInAllLanguages('Tags'), origin: 'custom' },
    ],
  },
]).object('deal')

const told = (action: string, before: object | null, after: object | null) => {
  const entry = entryOf({ action, before: before && { ...before }, after: after && { ...after } }, deal)
  return [entry.verb, ...entry.fields.map((one) => [one.field.name, one.before, one.after])]
}

test('an update tells the fields that changed, before and after', () => {
  expect(told('update', { amount: '1', version: 1 }, { amount: '2', version: 2 })).toEqual([
    'updated',
    ['amount', '1', '2'],
  ])
  expect(told('update', { tags: [] }, { tags: ['VIP'] })).toEqual(['updated', ['tags', null, ['VIP']]])
  expect(told('update', { amount_2: '1' }, { amount_2: null })).toEqual(['updated', ['amount', '1', null]])
})

test('a creation tells what was filled in', () => {
  expect(told('create', null, { name: 'A', amount: null, createdAt: 'x' })).toEqual([
    'created',
    ['name', null, 'A'],
  ])
})

test('a deletion and a restoration are told by their verb alone', () => {
  expect(told('delete', { name: 'A' }, null)).toEqual(['deleted'])
  expect(told('restore', null, { name: 'A' })).toEqual(['restored'])
})

test('a link tells whether the record entered or left the list', () => {
  const link = { object: 'company', field: 'deals', id: 'c', added: true }
  const change = { action: 'link', before: null, after: null }
  expect(entryOf({ ...change, link }, deal).verb).toBe('linked')
  expect(entryOf({ ...change, link: { ...link, added: false } }, deal).verb).toBe('unlinked')
})

test('an owner is told, the stamps are not', () => {
  expect(told('update', { ownerId: 'a', updatedAt: '1' }, { ownerId: 'b', updatedAt: '2' })).toEqual([
    'updated',
    ['owner', 'a', 'b'],
  ])
})
