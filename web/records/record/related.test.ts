import { expect, test } from 'vitest'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { relatedFilter, relatedLists, relatedValues } from './related.ts'

const field = (name: string, type: FieldTypeName, more: object = {}) => ({
  name,
  key: name,
  type,
  label: sameInAllLanguages(name),
  origin: 'shipped' as const,
  ...more,
})
const object = (name: string, app: string, fields: ReturnType<typeof field>[]) => ({
  name,
  key: name,
  app,
  label: sameInAllLanguages(name),
  origin: 'shipped' as const,
  fields: [field('name', 'text'), ...fields],
})
const catalogue = buildCatalogue(1, [
  object('company', 'sales', []),
  object('deal', 'sales', [field('company', 'relation', { to: 'company' })]),
  object('task', 'work', [field('regarding', 'anyRecord')]),
  object('activity', 'work', [
    field('regarding', 'anyRecord', { multiple: true }),
    field('occurredAt', 'dateTime', { default: { expression: 'now()' } }),
  ]),
  object('user', 'settings', []),
])
const listsOf = (name: string) => relatedLists(catalogue, catalogue.object(name))

test('whatever may regard any record regards this one, itself excepted; what happened comes first', () => {
  expect(listsOf('company').about.map(({ key }) => key)).toEqual(['activity.regarding', 'task.regarding'])
  expect(listsOf('task').about.map(({ key }) => key)).toEqual(['activity.regarding'])
  expect(listsOf('user').about).toEqual([])
})

test('a list is asked for, and added to, by the shape of the field that leads here', () => {
  const { about, pointing } = listsOf('company')
  const told = [...about, ...pointing].map((one) => [
    relatedFilter(one, 'c1'),
    relatedValues(one, 'company', 'c1'),
  ])
  expect(told).toEqual([
    ['contains(regarding, "c1")', { regarding: [{ object: 'company', id: 'c1' }] }],
    ['contains(regarding, "c1")', { regarding: { object: 'company', id: 'c1' } }],
    ['companyId in ("c1")', { companyId: 'c1' }],
  ])
})
