import { expect, test } from 'vitest'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { duplicateValues } from './duplicate-values.ts'

const label = sameInAllLanguages('x')
const field = (name: string, type: FieldTypeName, more: object = {}) => ({
  name,
  key: name,
  type,
  label,
  origin: 'shipped' as const,
  ...more,
})
const company = buildCatalogue(1, [
  {
    name: 'company',
    key: 'company',
    label,
    origin: 'shipped',
    fields: [
      field('name', 'text', { maxLength: 8 }),
      field('code', 'text', { unique: true }),
      field('number', 'autoNumber'),
      field('contract', 'file'),
      field('parent', 'relation', { to: 'company' }),
      field('tags', 'tags'),
      field('lastActivityAt', 'dateTime', { readOnly: true }),
    ],
  },
]).object('company')

test('a copy has what can be shared, and a name of its own', () => {
  const record = {
    id: 'a',
    version: 3,
    name: '泓远',
    code: 'C-1',
    number: 'N-1',
    contract: 'f',
    parentId: 'p',
    parent: { id: 'p' },
    tags: ['VIP'],
    lastActivityAt: '2026-11-20T00:00:00Z',
    ownerId: 'u',
    createdAt: '2026-11-20T00:00:00Z',
    rank: 'a0',
  }
  expect(duplicateValues(company, record, '泓远 副本')).toEqual({
    name: '泓远 副本',
    parentId: 'p',
    tags: ['VIP'],
    ownerId: 'u',
  })
  expect(duplicateValues(company, record, '很长很长很长很长的名字')).toMatchObject({
    name: '很长很长很长很长',
  })
})
