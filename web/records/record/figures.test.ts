import { expect, test } from 'vitest'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { ownFigures } from './figures.ts'

const label = sameInAllLanguages('x')
const field = (name: string, type: FieldTypeName) => ({
  name,
  key: name,
  type,
  label,
  origin: 'shipped' as const,
})
const deal = buildCatalogue(1, [
  {
    name: 'deal',
    key: 'deal',
    label,
    origin: 'shipped',
    fields: [
      field('name', 'text'),
      field('amount', 'money'),
      field('closeDate', 'date'),
      field('birthday', 'date'),
      field('lastActivityAt', 'dateTime'),
    ],
  },
]).object('deal')
const locale = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  now: '2026-11-21T04:00:00Z',
} as const
const told = (values: object) =>
  ownFigures(deal, { id: 'a', version: 1, ...values }, locale).map((one) => [
    one.field.name,
    one.distance,
    one.late,
  ])

test('what should have happened is late, unless the record is closed', () => {
  expect(told({ amount: '5', closeDate: '2026-11-18' })).toEqual([
    ['amount', undefined, false],
    ['closeDate', -3, true],
  ])
  expect(told({ closeDate: '2026-11-18', closedAt: '2026-11-17T00:00:00Z' })).toEqual([
    ['closeDate', -3, false],
  ])
})

test('days are those of the asker, and a day long gone is no figure', () => {
  expect(told({ lastActivityAt: '2026-11-20T17:00:00Z', birthday: '1980-01-01' })).toEqual([
    ['lastActivityAt', 0, false],
  ])
})
