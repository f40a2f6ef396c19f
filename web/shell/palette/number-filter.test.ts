import { expect, test } from 'vitest'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { numberFilter } from './number-filter.ts'

const label = { 'zh-CN': '客户', 'zh-TW': '客戶', en: 'Company' }
const company = buildCatalogue(1, [
  {
    key: 'a',
    origin: 'shipped',
    name: 'company',
    label,
    title: 'name',
    fields: [
      { key: 'b', name: 'name', type: 'text', label, origin: 'shipped' },
      { key: 'c', name: 'phone', type: 'phone', label, origin: 'shipped' },
      { key: 'd', name: 'code', type: 'text', label, unique: true, origin: 'shipped' },
    ],
  },
]).object('company')

test.each([
  ['4100', 'contains(phone, "4100") or contains(code, "4100")'],
  ['C-0003', 'contains(phone, "C-0003") or contains(code, "C-0003")'],
  [
    '051262884100',
    'contains(phone, "051262884100") or contains(phone, "051") and contains(phone, "4100") or contains(code, "051262884100")',
  ],
  ['01A2000C-D229-763C-BC23-2E057C19E00E', 'id = "01a2000c-d229-763c-bc23-2e057c19e00e"'],
  ['泓远', undefined],
  ['kh', undefined],
  ['12"; 4444', undefined],
])('%s asks for %s', (typed, filter) => {
  expect(numberFilter(company, typed)).toBe(filter)
})
