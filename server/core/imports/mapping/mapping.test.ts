import { describe, expect, it } from 'vitest'
import type { Locale } from '#shared/fields/field-type.ts'
import type { Language } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { FieldDefinition, ObjectDefinition, StoredObject } from '#shared/metadata/definition.ts'
import type { SourceTable } from '../reading/index.ts'
import { compileMapping } from './compile.ts'
import { parseMapping } from './mapping-text.ts'
import { profileTable } from './profile.ts'
import { proposeColumns } from './propose.ts'
import { readCell } from './read-cell.ts'
import { resolveTyped } from './resolve-typed.ts'

const label = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text })
const field = (
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  name,
  type,
  label: label(name),
  ...more,
})
const object = (name: string, fields: FieldDefinition[]): ObjectDefinition => ({
  name,
  label: label(name),
  fields,
})

const definitions = [
  object('company', [
    field('name', 'text', {
      required: true,
      label: { 'zh-CN': '客户名称', 'zh-TW': '客戶名稱', en: 'Name' },
    }),
    field('code', 'text'),
    field('industry', 'select', {
      options: [
        { value: 'technology', label: { 'zh-CN': '科技', 'zh-TW': '科技', en: 'Technology' } },
        { value: 'medical', label: { 'zh-CN': '医疗', 'zh-TW': '醫療', en: 'Medical' } },
        { value: 'retail', label: { 'zh-CN': '零售', 'zh-TW': '零售', en: 'Retail' } },
      ],
    }),
    field('numberOfEmployees', 'number'),
    field('annualRevenue', 'money'),
    field('email', 'email'),
    field('phone', 'phone'),
    field('address', 'address'),
    field('parent', 'relation', { to: 'company' }),
  ]),
  object('contact', [
    field('name', 'text', { label: { 'zh-CN': '姓名', 'zh-TW': '姓名', en: 'Name' } }),
    field('company', 'relation', { to: 'company' }),
    field('mobile', 'phone'),
    field('phone', 'phone'),
    field('email', 'email'),
  ]),
  object('product', [field('name', 'text'), field('category', 'text'), field('price', 'money')]),
  object('stage', [field('name', 'text')]),
  object('user', [field('name', 'text'), field('email', 'email')]),
  object('team', [field('name', 'text')]),
  object('actor', [field('name', 'text')]),
  object('deal', [
    field('name', 'text', { required: true }),
    field('company', 'relation', { to: 'company' }),
    field('product', 'relation', { to: 'product' }),
    field('stage', 'relation', { to: 'stage' }),
    field('amount', 'money'),
    field('closeDate', 'date'),
    field('closedAt', 'dateTime'),
  ]),
]
const stored: StoredObject[] = definitions.map((definition) => ({
  ...definition,
  key: definition.name,
  origin: 'shipped',
  fields: definition.fields.map((each) => ({ ...each, key: each.name, origin: 'shipped' })),
}))
const catalogue = buildCatalogue(1, stored)

const localeIn = (language: Language): Locale => ({
  language,
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  now: '2026-11-21T00:00:00Z',
})

const table = (text: string): SourceTable => {
  const [header = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
  return {
    format: 'csv',
    detail: {},
    columns: header,
    headerLine: 1,
    rows: async function* () {
      for (const [index, cells] of lines.entries()) yield { number: index + 1, line: index + 2, cells }
    },
  }
}

async function propose(objectName: string, text: string, language: Language = 'en') {
  const { columns } = await profileTable(table(text))
  const proposals = proposeColumns(catalogue.object(objectName), columns, localeIn(language))
  return {
    profiles: columns,
    proposals,
    targets: Object.fromEntries(proposals.map(({ column, mappings }) => [column, mappings[0]?.field])),
  }
}

describe('proposals by the column’s name', () => {
  it('understands an account list', async () => {
    const { targets, proposals } = await propose(
      'company',
      `account,sector,year_established,revenue,employees,office_location,subsidiary_of
       Acme,technolgy,1996,1100.04,2822,United States,
       Beta,medical,1999,251.41,495,Kenya,Acme
       Gamma,retail,1986,647.18,1185,Philipines,Acme`,
    )
    expect(targets).toEqual({
      account: 'name',
      sector: 'industry',
      year_established: undefined,
      revenue: 'annualRevenue',
      employees: 'numberOfEmployees',
      office_location: 'address',
      subsidiary_of: 'parent',
    })
    expect(proposals.find(({ column }) => column === 'sector')).toMatchObject({
      mappings: [{ values: { technolgy: 'Technology' } }],
      unknown: [{ text: 'technolgy', nearest: 'Technology', rows: 1 }],
    })
    expect(proposals.find(({ column }) => column === 'office_location')?.mappings[0]).toMatchObject({
      part: 'country',
      values: { Philipines: 'Philippines' },
    })
  })

  it('understands a sales pipeline, and the order of its dates by the whole column', async () => {
    const { targets, proposals } = await propose(
      'deal',
      `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
       1C1I7A6R,Moses Frase,GTX Pro,Cancity,Won,10/1/2016,3/1/2017,1054
       Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Won,10/2/2016,3/13/2017,4514`,
    )
    expect(targets).toEqual({
      opportunity_id: 'name',
      sales_agent: 'owner',
      product: 'product',
      account: 'company',
      deal_stage: 'stage',
      engage_date: undefined,
      close_date: 'closeDate',
      close_value: 'amount',
    })
    expect(proposals.find(({ column }) => column === 'close_date')?.mappings[0]?.dateOrder).toBe('MDY')
  })

  it('understands a product list', async () => {
    const { targets } = await propose('product', 'product,series,sales_price\nGTX Pro,GTX,4821')
    expect(targets).toEqual({ product: 'name', series: 'category', sales_price: 'price' })
  })

  it.each([
    ['zh-CN', '公司名称,所属行业,员工人数,年收入（万元）,公司电话\n苏州科技,科技,50,120,0512-62884100'],
    ['zh-TW', '公司名稱,產業,員工人數,營收（萬元）,公司電話\n台北科技,科技,50,120,02-27208889'],
  ] as const)('understands %s headers and their units', async (language, text) => {
    const { targets, proposals } = await propose('company', text, language)
    expect(Object.values(targets)).toEqual([
      'name',
      'industry',
      'numberOfEmployees',
      'annualRevenue',
      'phone',
    ])
    expect(proposals[3]?.mappings[0]?.factor).toBe('10000')
  })

  it('goes by the values where names say nothing', async () => {
    const { targets, proposals } = await propose(
      'contact',
      'name,col2,col3,col4\n张伟,13800138000,a@example.com,x\n李娜,13900139000,b@example.com,y',
    )
    expect(targets).toEqual({ name: 'name', col2: 'mobile', col3: 'email', col4: undefined })
    expect(proposals.map(({ reason }) => reason)).toEqual(['name', 'values', 'values', 'none'])
  })
})

describe('order of dates', () => {
  it.each([
    ['3/1/2017', '3/13/2017', 'MDY', false],
    ['1/3/2017', '13/3/2017', 'DMY', false],
    ['2017-03-01', '2017-03-13', 'YMD', false],
    ['3/1/2017', '4/2/2017', undefined, true],
  ])('%s and %s', async (first, second, order, isAmbiguous) => {
    const { proposals } = await propose('deal', `close_date\n${first}\n${second}`)
    expect(proposals[0]?.mappings[0]?.dateOrder).toBe(order)
    expect(proposals[0]?.ambiguousDates).toBe(isAmbiguous)
  })
})

describe('mappings as they are typed', () => {
  it.each([
    ['a=name', { column: 'a', field: 'name', member: undefined, options: {} }],
    [
      'a=b=amount*1000000',
      { column: 'a=b', field: 'amount', member: undefined, options: { factor: '1000000' } },
    ],
    [
      'd=closeDate:mdy',
      { column: 'd', field: 'closeDate', member: undefined, options: { dateOrder: 'MDY' } },
    ],
    ['a=company.name+', { column: 'a', field: 'company', member: 'name', options: { create: true } }],
    ['a=', { column: 'a', field: undefined, member: undefined, options: {} }],
  ])('%s', (text, expected) => expect(parseMapping(text)).toEqual(expected))

  it.each(['name', '=name', 'a=na me', 'a=amount*x', 'a=closeDate:YDM'])('refuses %s', (text) => {
    expect(() => parseMapping(text)).toThrow(expect.objectContaining({ code: 'mapping_invalid' }))
  })

  it('leave the rest as proposed and may use a column twice', async () => {
    const { profiles, proposals } = await propose(
      'deal',
      'id,deal_stage,close_date,close_value\nA,Won,3/13/2017,5',
    )
    const mapping = resolveTyped(
      catalogue.object('deal'),
      profiles,
      proposals,
      ['id=name', 'deal_stage=stage+', 'close_date=closeDate', 'close_date=closedAt'].map(parseMapping),
      {},
      localeIn('en'),
    )
    expect(mapping).toEqual([
      { column: 'close_value', field: 'amount' },
      { column: 'id', field: 'name' },
      { column: 'deal_stage', field: 'stage', create: true },
      { column: 'close_date', field: 'closeDate', dateOrder: 'MDY' },
      { column: 'close_date', field: 'closedAt', dateOrder: 'MDY' },
    ])
  })
})

describe('checking a mapping', () => {
  const columns = ['a', 'b']
  it('names every mistake with the nearest right word', () => {
    const check = () =>
      compileMapping(catalogue, 'company', columns, {
        columns: [
          { column: 'c', field: 'nam' },
          { column: 'a', field: 'createdAt' },
          { column: 'a', field: 'name' },
          { column: 'b', field: 'name' },
          { column: 'b', field: 'parent', by: 'nme' },
        ],
        match: ['email'],
      })
    expect(check).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ path: '/mapping/columns/0/column', code: 'unknown_column' }),
          expect.objectContaining({
            path: '/mapping/columns/0/field',
            code: 'unknown_field',
            parameters: expect.objectContaining({ suggestion: 'name' }),
          }),
          expect.objectContaining({ path: '/mapping/columns/1/field', code: 'read_only_field' }),
          expect.objectContaining({ path: '/mapping/columns/3/field', code: 'column_target_twice' }),
          expect.objectContaining({ path: '/mapping/columns/4/by', code: 'unknown_field' }),
          expect.objectContaining({ path: '/mapping/match/0', code: 'match_not_mapped' }),
        ],
      }),
    )
  })
})

describe('one cell', () => {
  const company = catalogue.object('company')
  const read = (name: string, text: string, mapping: object = {}) =>
    readCell(text, company.fieldByName.get(name)!, { column: 'x', field: name, ...mapping }, localeIn('en'))

  it('refuses a code that a spreadsheet turned into a number', () => {
    for (const text of ['9.13E+17', '9.132E+17', '913205000000000000'])
      expect(read('code', text), text).toEqual({
        ok: false,
        refusal: { code: 'mangled_number', parameters: { text } },
      })
    expect(read('code', '91320500MA1W8EXAMP')).toEqual({ ok: true, value: '91320500MA1W8EXAMP' })
  })

  it('multiplies exactly', () => {
    expect(read('annualRevenue', '1100.04', { factor: '1000000' })).toEqual({ ok: true, value: '1100040000' })
    expect(read('numberOfEmployees', '1.5', { factor: '1000' })).toEqual({ ok: true, value: 1500 })
  })

  it('reads countries in any language as an address', () => {
    for (const text of ['United States', '美国', '美國', 'US'])
      expect(read('address', text), text).toEqual({ ok: true, value: { country: 'US' } })
    expect(read('address', 'Philipines', { part: 'country' })).toMatchObject({
      refusal: { code: 'unknown_option', parameters: { suggestion: 'Philippines' } },
    })
  })

  it('asks for the order of a date instead of guessing it', () => {
    const closeDate = catalogue.object('deal').fieldByName.get('closeDate')!
    const readDate = (text: string, mapping: object = {}) =>
      readCell(text, closeDate, { column: 'x', field: 'closeDate', ...mapping }, localeIn('en'))
    expect(readDate('3/4/2017')).toMatchObject({ refusal: { code: 'ambiguous_date' } })
    expect(readDate('3/4/2017', { dateOrder: 'DMY' })).toEqual({ ok: true, value: '2017-04-03' })
    expect(readDate('3/4/2017', { dateOrder: 'MDY' })).toEqual({ ok: true, value: '2017-03-04' })
    expect(readDate('4/4/2017')).toEqual({ ok: true, value: '2017-04-04' })
    expect(readDate('2017/3/4')).toEqual({ ok: true, value: '2017-03-04' })
  })

  it('refuses formula errors and bytes that are no text', () => {
    expect(read('name', '#N/A')).toMatchObject({ refusal: { code: 'cell_error' } })
    expect(read('name', 'caf\ufffd')).toMatchObject({ refusal: { code: 'undecodable_text' } })
  })
})
