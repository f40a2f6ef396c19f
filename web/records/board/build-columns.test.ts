import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField, StoredObject } from '#shared/metadata/definition.ts'
import { blankColumn } from './board-column.ts'
import { foldedColumns, optionColumns, recordColumns, withBlank, withFolded } from './build-columns.ts'
import { boardChoices, sourceOf } from './column-source.ts'

const field = (name: string, type: StoredField['type'], more: Partial<StoredField> = {}): StoredField => ({
  name,
  key: name.toLowerCase(),
  type,
  label: sameInAllLanguages(name),
  origin: 'shipped',
  ...more,
})
const object = (name: string, fields: readonly StoredField[]): StoredObject => ({
  name,
  key: name,
  label: sameInAllLanguages(name),
  origin: 'shipped',
  fields: [field('name', 'text'), ...fields],
})
const catalogue = buildCatalogue(1, [
  object('deal', [
    field('pipeline', 'relation', { to: 'pipeline' }),
    field('stage', 'relation', { to: 'stage' }),
    field('company', 'relation', { to: 'company' }),
    field('lossReason', 'select', {
      options: [
        { value: 'price', label: sameInAllLanguages('Price'), color: 'red' },
        { value: 'other', label: sameInAllLanguages('Other') },
      ],
    }),
    field('amount', 'money'),
  ]),
  object('company', []),
  object('user', []),
  object('pipeline', [field('position', 'number')]),
  object('stage', [
    field('pipeline', 'relation', { to: 'pipeline', required: true }),
    field('position', 'number'),
    field('probability', 'percent'),
    field('outcome', 'select'),
  ]),
])
const deal = catalogue.object('deal')
const stage = catalogue.object('stage')
const records = [
  { id: '1', version: 1, name: '初步接触', probability: 10, outcome: 'open' },
  { id: '2', version: 1, name: '输单', probability: 0, outcome: 'lost' },
  { id: '3', version: 1, name: '谈判', probability: 75, outcome: 'open' },
]
const columns = recordColumns(stage, records, (record) => String(record.name))

test('the options of a select are the columns, in their order and colour', () => {
  const made = optionColumns(deal.fieldByName.get('lossReason') ?? deal.titleField, ({ label }) => label.en)
  expect(made).toMatchObject([
    { id: 'price', value: 'price', name: 'Price', color: 'red' },
    { id: 'other', name: 'Other', color: 'grey' },
  ])
})

test('records are columns by their order; what ends a card stands last', () => {
  expect(columns).toMatchObject([
    { name: '初步接触', probability: 10, outcome: 'open' },
    { name: '谈判', probability: 75, outcome: 'open' },
    { name: '输单', probability: 0, outcome: 'lost' },
  ])
})

test('cards without a value have a column as long as there are any', () => {
  expect(withBlank(columns, 0, '未填写')).toBe(columns)
  expect(withBlank(columns, 2, '未填写')[0]).toMatchObject({ id: blankColumn, value: null, name: '未填写' })
})

test('ends are folded until somebody says otherwise, and then stay unfolded', () => {
  const folded = foldedColumns(columns, undefined)
  expect([...folded]).toEqual(['2'])
  const kept = withFolded(folded, '2', false)
  expect(kept.length).toBeGreaterThan(0)
  expect(columns.some(({ id }) => foldedColumns(columns, kept).has(id))).toBe(false)
  expect(withFolded(new Set(kept), '1', true)).toEqual(['1'])
  // A board of ends alone shows them.
  expect(foldedColumns(columns.slice(2), undefined).size).toBe(0)
})

test('stages belong to the pipelines that their deals belong to', () => {
  const source = sourceOf(deal, 'stage', catalogue)
  expect(source).toMatchObject({
    kind: 'records',
    ordered: true,
    parent: { object: { name: 'pipeline' }, own: { name: 'pipeline' }, theirs: { name: 'pipeline' } },
  })
  expect(sourceOf(deal, 'pipeline', catalogue)).toMatchObject({ parent: undefined })
})

test('a field that is gone, or an amount, makes no columns', () => {
  expect(sourceOf(deal, 'gone', catalogue)).toBeUndefined()
  expect(sourceOf(deal, 'amount', catalogue)).toBeUndefined()
  expect(boardChoices(deal, catalogue).map(({ name }) => name)).toEqual([
    'pipeline',
    'stage',
    'lossReason',
    'owner',
  ])
})
