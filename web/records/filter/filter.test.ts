import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, evaluate, print } from '#shared/expression/index.ts'
import { parse } from '#shared/expression/parse.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField } from '#shared/metadata/definition.ts'
import { operatorsOf, withOperator } from './condition.ts'
import {
  countOf,
  type FilterGroup,
  type FilterPart,
  filterOf,
  isWhole,
  textOf as printFilter,
} from './filter.ts'

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
      field('owner', 'user'),
      field('labels', 'tags'),
      field('isPublic', 'boolean'),
      field('score', 'number'),
    ],
  },
])
const deal = catalogue.object('deal')
const id = '0198f000-0000-7000-8000-000000000001'
const partsOf = (text: string) => filterOf(text, deal, catalogue).parts
const group = (joint: FilterGroup['joint'], ...parts: FilterPart[]): FilterGroup => ({
  kind: 'group',
  joint,
  parts,
})
const textOf = (parts: readonly FilterPart[]) => printFilter(group('and', ...parts), deal, catalogue)
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
  [`companyId in ("${id}")`, condition('company', 'anyOf', [id])],
  [`company.companyId in ("${id}")`, condition('company.company', 'anyOf', [id])],
  ['company.status in ("won")', condition('company.status', 'anyOf', ['won'])],
  ['ownerId = me()', condition('owner', 'isMe')],
  ['not ownerId = me()', condition('owner', 'isNotMe')],
  ['not score = 1', condition('score', 'differs', 1)],
  ['endsWith(name, "厂")', condition('name', 'endsWith', '厂')],
  ['closeDate = today()', condition('closeDate', 'within', 'today')],
  ['closeDate < today() - 30', condition('closeDate', 'olderThan', '30')],
  ['closeDate >= today() - 7 and closeDate <= today()', condition('closeDate', 'within', 'past:7')],
  [
    'createdAt >= startOf(today(), "week") and createdAt < startOf(today() + 7, "week")',
    condition('createdAt', 'within', 'thisWeek'),
  ],
  ['isBlank(amount)', condition('amount', 'blank')],
  ['not isBlank(companyId)', condition('company', 'filled')],
  ['isPublic', condition('isPublic', 'isTrue')],
  ['not isPublic', condition('isPublic', 'isFalse')],
  ['closeDate >= "2026-01-01"', condition('closeDate', 'atLeast', '2026-01-01')],
]

test.each(pairs)('%s is one chip and is printed back', (text, part) => {
  expect(partsOf(text)).toEqual([part])
  expect(textOf([part])).toBe(text)
})

test('groups keep their joints; what no condition can say stays an expression', () => {
  const text = 'amount > 1 and company.name = name and (score = 1 or score = 2 and isPublic)'
  const parts = partsOf(text)
  expect(parts).toEqual([
    condition('amount', 'greater', '1'),
    { kind: 'expression', text: 'company.name = name' },
    group(
      'or',
      condition('score', 'equals', 1),
      group('and', condition('score', 'equals', 2), condition('isPublic', 'isTrue')),
    ),
  ])
  expect(textOf(parts)).toBe(text)
  expect(countOf(group('and', ...parts))).toBe(5)
})

test('what stands joined by or is one group', () => {
  expect(filterOf('score = 1 or closeDate >= today() - 7 and closeDate <= today()', deal, catalogue)).toEqual(
    group('or', condition('score', 'equals', 1), condition('closeDate', 'within', 'past:7')),
  )
})

test.each([
  ['not in the way conditions ask', 'score != 1'],
  ['a record by its title', 'company = "华为"'],
  ['a moment, where the input takes days', 'createdAt > "2026-01-01T10:00:00Z"'],
  ['more digits than the input keeps', 'score > 0.1234567890123456789'],
  ['a stretch of days of two fields', 'closeDate >= today() and createdAt <= today() + 7'],
])('%s is left as it is written', (_why, text) => {
  expect(partsOf(text).every((part) => part.kind === 'expression')).toBe(true)
  expect(textOf(partsOf(text))).toBe(text)
})

test('what the parts of a filter say is what its text said', () => {
  const leaf = fc.constantFrom(
    ...pairs.map(([text]) => text),
    'score != 1',
    'status = "won"',
    'amount = empty',
    'not (score > 1)',
    'contains(labels, "VIP")',
    '50万 < amount',
    'true',
  )
  const texts = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a}) and (${b})`),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a}) or (${b})`),
      tie('text').map((a) => `not (${a})`),
    ),
  })).text
  const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values)
  const row = fc.record({
    name: maybe('华为', '电厂', 'a'),
    amount: maybe('1', '600000'),
    score: maybe(-3, 1, 2),
    closeDate: maybe('2026-11-20', '2026-11-15', '2026-01-01', '2025-01-01'),
    createdAt: maybe('2026-11-19T08:00:00.000000Z', '2025-11-19T08:00:00.000000Z'),
    status: maybe('active', 'won'),
    companyId: maybe(id),
    ownerId: maybe(id, 'b'),
    labels: fc.constantFrom([], ['VIP'], ['x']),
    isPublic: maybe(true, false),
  })
  const moment = { now: new Date('2026-11-20T04:00:00Z'), timeZone: 'Asia/Shanghai', me: id }
  const answer = (text: string, record: Readonly<Record<string, unknown>>) =>
    evaluate(
      compile(text, catalogue, deal, 'boolean'),
      ({ steps }) => (steps.length === 1 ? record[steps[0]?.field.wire ?? ''] : null),
      moment,
    )
  fc.assert(
    fc.property(texts, row, (text, record) => {
      const printed = printFilter(filterOf(text, deal, catalogue), deal, catalogue)
      expect(answer(printed, record)).toBe(answer(text, record))
      expect(print(parse(printed))).toBe(printed)
      expect(filterOf(printed, deal, catalogue)).toEqual(filterOf(text, deal, catalogue))
    }),
    { numRuns: 300 },
  )
})

test('a filter of 50 kB is read and printed', () => {
  const text = Array.from({ length: 900 }, (_, at) => `contains(name, "${at}-${'x'.repeat(30)}")`).join(
    ' or ',
  )
  const filter = filterOf(text, deal, catalogue)
  expect(countOf(filter)).toBe(900)
  expect(printFilter(filter, deal, catalogue)).toBe(text)
})

test('labels and single choices are understood', () => {
  expect(partsOf('金额 ＞ 50万 且 status = "跟进中"')).toEqual([
    condition('amount', 'greater', '500000'),
    condition('status', 'anyOf', ['active']),
  ])
})

test('a chip that is being filled in says nothing yet', () => {
  expect(textOf([condition('amount', 'greater'), condition('status', 'anyOf', [])])).toBe('')
})

test('quotes in a value cannot end it', () => {
  const part = condition('name', 'contains', 'a" or true or "\\')
  expect(partsOf(textOf([part]))).toEqual([part])
})

test('a text with an error stays a text', () => {
  expect(partsOf('amount > ')).toEqual([{ kind: 'expression', text: 'amount > ' }])
})

test('a new operator keeps the value where it fits', () => {
  const more = { field: 'amount', operator: 'greater', value: '5' } as const
  expect(withOperator(more, 'less').value).toBe('5')
  expect(withOperator(more, 'blank').value).toBeNull()
  expect(withOperator({ field: 'status', operator: 'anyOf', value: ['won'] }, 'noneOf').value).toEqual([
    'won',
  ])
})

test('of an encrypted field is asked what it equals and whether it is empty', () => {
  const asked = (type: StoredField['type']) =>
    operatorsOf({ ...catalogue.object('deal').fieldByName.get('name')!, type, encrypted: true })
  expect(asked('text')).toEqual(['equals', 'differs', 'blank', 'filled'])
  expect(asked('address')).toEqual(['blank', 'filled'])
  expect(asked('dateTime')).toEqual(['blank', 'filled'])
})

test.each<[string, FilterPart, boolean]>([
  ['no condition', { kind: 'group', joint: 'and', parts: [] }, true],
  [
    'a condition with its value',
    { kind: 'condition', field: 'name', operator: 'contains', value: '泓远' },
    true,
  ],
  ['one that needs none', { kind: 'condition', field: 'name', operator: 'blank', value: null }, true],
  ['one without its value', { kind: 'condition', field: 'name', operator: 'contains', value: '' }, false],
  [
    'one on a field that is gone',
    { kind: 'condition', field: 'gone', operator: 'blank', value: null },
    false,
  ],
  [
    'a period that is none',
    { kind: 'condition', field: 'closeDate', operator: 'within', value: 'soon' },
    false,
  ],
])('whether the text says all: %s', (_name, part, whole) => {
  const object = catalogue.find('deal')!
  const group: FilterGroup = { kind: 'group', joint: 'or', parts: [part] }
  expect(isWhole({ kind: 'group', joint: 'and', parts: [group] }, object, catalogue)).toBe(whole)
})
