import { expect, test } from 'vitest'
import type { Locale } from '#shared/fields/field-type.ts'
import type { RecordData } from '#web/data/index.ts'
import { layOutColumns } from '../list/columns.ts'
import { sampleCatalogue } from '../list/testing.ts'
import { copiedCell } from './copied.ts'
import { type FindNamed, readPasted, reasonsOf } from './paste.ts'

const catalogue = sampleCatalogue()
const deal = catalogue.object('deal')
const paths = ['name', 'amount', 'kind', 'closeDate', 'hot', 'tags', 'company', 'code', 'company.industry']
const columns = layOutColumns(deal, { columns: paths.map((field) => ({ field })) }, catalogue)
const locale: Locale = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  now: '2026-11-20T08:00:00Z',
}
const huawei = { id: 'c1', version: 1, name: '华为', industry: '制造业' }
const find: FindNamed = (_column, text) => (text === '华为' ? huawei : 'name_unknown')
const records: readonly RecordData[] = [
  {
    id: 'd1',
    version: 1,
    name: '一期',
    amount: '10',
    kind: 'open',
    companyId: 'c1',
    company: huawei,
    code: 'N-1',
  },
  { id: 'd2', version: 1, name: '二期', amount: null },
]
const at = (line: number) => records[line]
const paste = (...cells: readonly (readonly [line: number, column: number, text: string])[]) =>
  readPasted(
    cells.map(([line, column, text]) => ({ line, column, text })),
    at,
    columns,
    locale,
    find,
    () => true,
  )

test('each cell is read as its field reads what people type', () => {
  const { edits, written, refused } = paste(
    [0, 1, '50万'],
    [0, 2, '赢单'],
    [0, 3, '明天'],
    [0, 4, '是'],
    [0, 5, '重点、续约'],
    [1, 6, '华为'],
  )
  expect(refused).toEqual([])
  expect(written).toBe(6)
  expect(edits).toMatchObject([
    { values: { amount: '500000', kind: 'won', closeDate: '2026-11-21', hot: true, tags: ['重点', '续约'] } },
    { values: { companyId: 'c1' }, shown: { company: huawei } },
  ])
})

test('what a field does not understand is told, the rest is written', () => {
  const { edits, refused } = paste(
    [0, 1, '很多'],
    [0, 2, '不知道'],
    [0, 6, '没有这家'],
    [0, 7, 'N-9'],
    [0, 8, '零售'],
    [0, 0, ' '],
    [1, 1, '3'],
  )
  expect(edits).toMatchObject([{ record: { id: 'd2' }, values: { amount: '3' } }])
  expect(refused.map(({ refusal }) => refusal.code)).toEqual([
    'invalid_number',
    expect.stringContaining('option'),
    'name_unknown',
    'cell_read_only',
    'cell_read_only',
    'cell_required',
  ])
  expect(reasonsOf(refused, ({ code }) => code)[0]).toEqual({ reason: 'cell_read_only', count: 2 })
})

test('a value that is already there is no edit, and blank text empties a field', () => {
  const { edits, written } = paste([0, 1, '10'], [0, 2, ''])
  expect(written).toBe(1)
  expect(edits).toMatchObject([{ values: { kind: null } }])
})

test('cells are copied as spreadsheets take them, and come back the same', () => {
  const [record] = records
  if (record === undefined) throw new Error('no record')
  const copied = columns.map((column) => copiedCell(record, column, catalogue, locale))
  expect(copied.map(({ text }) => text)).toEqual(['一期', '10', '未结', '', '', '', '华为', 'N-1', '制造业'])
  expect(copied[1]?.numeric).toBe(true)
  const back = paste(...copied.slice(0, 7).map(({ text }, column) => [0, column, text] as const))
  expect(back).toMatchObject({ edits: [], refused: [] })
})

test('what is not this person’s to change is told, the rest is written', () => {
  const texts = [0, 1].map((line) => ({ line, column: 0, text: '三期' }))
  const { edits, refused } = readPasted(texts, at, columns, locale, find, ({ id }) => id !== 'd1')
  expect(edits).toMatchObject([{ record: { id: 'd2' }, values: { name: '三期' } }])
  expect(refused.map(({ refusal }) => refusal.code)).toEqual(['cell_not_yours'])
})
