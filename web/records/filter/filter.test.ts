import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField } from '#shared/metadata/definition.ts'
import { withOperator } from './condition.ts'
import { type FilterPart, partsOf, textOf } from './filter.ts'
import { filterError } from './filter-error.ts'

const field = (name: string, type: StoredField['type'], more: Partial<StoredField> = {}): StoredField => ({
  name,
  key: name.toLowerCase(),
  type,
  label: sameInAllLanguages(name),
  origin: 'shipped',
  ...more,
})
const catalogue = buildCatalogue(1, [
  {
    name: 'deal',
    key: 'deal',
    label: sameInAllLanguages('Deal'),
    origin: 'shipped',
    fields: [
      field('name', 'text'),
      field('amount', 'money', { label: { 'zh-CN': '金额', 'zh-TW': '金額', en: 'Amount' } }),
      field('closeDate', 'date'),
      field('status', 'select', {
        options: [
          { value: 'active', label: { 'zh-CN': '跟进中', 'zh-TW': '跟進中', en: 'Active' } },
          { value: 'won', label: sameInAllLanguages('Won') },
        ],
      }),
      field('company', 'relation', { to: 'deal' }),
      field('labels', 'tags'),
      field('isPublic', 'boolean'),
      field('score', 'number'),
    ],
  },
])
const deal = catalogue.object('deal')
const condition = (of: string, operator: string, value: unknown = null) =>
  ({ kind: 'condition', field: of, operator, value }) as FilterPart

const pairs: readonly [string, FilterPart][] = [
  ['contains(name, "华为")', condition('name', 'contains', '华为')],
  ['not contains(name, "华为")', condition('name', 'lacks', '华为')],
  ['amount > 500000', condition('amount', 'greater', '500000')],
  ['score <= -2.5', condition('score', 'atMost', -2.5)],
  ['status in ("active", "won")', condition('status', 'anyOf', ['active', 'won'])],
  ['not status in ("won")', condition('status', 'noneOf', ['won'])],
  ['labels in ("VIP")', condition('labels', 'anyOf', ['VIP'])],
  ['companyId in ("a1")', condition('company', 'anyOf', ['a1'])],
  ['isBlank(amount)', condition('amount', 'blank')],
  ['not isBlank(companyId)', condition('company', 'filled')],
  ['isPublic', condition('isPublic', 'isTrue')],
  ['not isPublic', condition('isPublic', 'isFalse')],
  ['closeDate >= "2026-01-01"', condition('closeDate', 'atLeast', '2026-01-01')],
]

test.each(pairs)('%s is one chip and is printed back', (text, part) => {
  expect(partsOf(text, deal)).toEqual([part])
  expect(textOf([part], deal)).toBe(text)
})

test('chips are joined by and; what a chip cannot say stays an expression', () => {
  const text = 'amount > 1 and company.name = "A" and (score = 1 or score = 2)'
  const parts = partsOf(text, deal)
  expect(parts).toEqual([
    condition('amount', 'greater', '1'),
    { kind: 'expression', text: 'company.name = "A"' },
    { kind: 'expression', text: 'score = 1 or score = 2' },
  ])
  expect(textOf(parts, deal)).toBe(text)
})

test('labels and single choices are understood', () => {
  expect(partsOf('金额 ＞ 50万 且 status = "跟进中"', deal)).toEqual([
    condition('amount', 'greater', '500000'),
    condition('status', 'anyOf', ['active']),
  ])
})

test('a chip that is being filled in says nothing yet', () => {
  expect(textOf([condition('amount', 'greater'), condition('status', 'anyOf', [])], deal)).toBe('')
})

test('quotes in a value cannot end it', () => {
  const part = condition('name', 'contains', 'a" or true or "\\')
  expect(partsOf(textOf([part], deal), deal)).toEqual([part])
})

test('an error names its place', () => {
  expect(filterError('amount > ', catalogue, deal, 'en')).toMatchObject({ column: 10 })
  expect(filterError('amont > 1', catalogue, deal, 'en')?.message).toContain('amount')
  expect(filterError('amount > 1', catalogue, deal, 'en')).toBeUndefined()
  expect(partsOf('amount > ', deal)).toEqual([{ kind: 'expression', text: 'amount > ' }])
})

test('a new operator keeps the value where it fits', () => {
  const more = { field: 'amount', operator: 'greater', value: '5' } as const
  expect(withOperator(more, 'less').value).toBe('5')
  expect(withOperator(more, 'blank').value).toBeNull()
  expect(withOperator({ field: 'status', operator: 'anyOf', value: ['won'] }, 'noneOf').value).toEqual([
    'won',
  ])
})
