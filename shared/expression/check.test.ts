import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField, StoredObject } from '#shared/metadata/definition.ts'
import { check } from './check.ts'
import { compile } from './index.ts'
import { parse } from './parse.ts'
import { toStored } from './store.ts'
import { catalogue } from './testing.ts'
import type { Type, TypedNode } from './typed.ts'
import { fieldsOf } from './walk.ts'

const deal = catalogue.object('deal')
const typed = (text: string, expected?: Type) => compile(text, catalogue, deal, expected)
const refusal = (text: string, expected?: Type): object => {
  try {
    typed(text, expected)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.parameters }
    throw error
  }
  return { code: 'none' }
}
const id = '01900000-0000-7000-8000-00000000000A'

describe('the type of an expression', () => {
  it.each<[string, Type]>([
    ['name', 'text'],
    ['amount * 2 - 1', 'number'],
    ['-amount', 'number'],
    ['amount > 1', 'boolean'],
    ['closeDate + 30', 'date'],
    ['closeDate - closeDate', 'number'],
    ['createdAt - "2026-01-01"', 'number'],
    ['createdAt + 1', 'dateTime'],
    ['date(createdAt)', 'date'],
    ['name & company.name', 'text'],
    ['company', 'record'],
    ['companyId', 'id'],
    ['company.id', 'id'],
    ['id', 'id'],
    ['me()', 'id'],
    ['tags', 'list'],
    ['partners', 'ids'],
    ['company.address', 'address'],
    ['company.address.city', 'text'],
    ['if(amount > 1, closeDate, empty)', 'date'],
    ['if(amount > 1, empty, closeDate)', 'date'],
    ['if(amount > 1, "2026-01-01", closeDate)', 'date'],
    ['if(amount > 1, closeDate, createdAt)', 'date'],
    ['if(amount > 1, company, me())', 'id'],
    ['ifBlank(name, "x")', 'text'],
    ['if(amount > 1, empty, empty)', 'empty'],
    ['""', 'empty'],
  ])('of %s is %s', (text, type) => {
    expect(typed(text).type).toBe(type)
  })

  it.each<[string, string]>([
    ['createdAt >= "2026-01-01"', 'day'],
    ['"2026-01-01" <= createdAt', 'day'],
    ['createdAt >= "2026-01-01T00:00:00+08:00"', 'dateTime'],
    ['createdAt > closeDate', 'day'],
    ['closeDate > createdAt', 'date'],
    ['closeDate = "2026-01-01"', 'date'],
    ['company = owner', 'id'],
    ['company.parent = companyId', 'id'],
    ['owner = me()', 'id'],
    ['if(amount > 1, owner, company) = me()', 'id'],
    [`company = "${id}"`, 'id'],
    ['company = "华为"', 'text'],
    ['name = "2026-01-01"', 'text'],
    ['createdAt in ("2026-01-01", "2026-02-01")', 'day'],
    ['tags in ("VIP")', 'list'],
    [`partners in ("${id}", company)`, 'ids'],
  ])('%s compares by %s', (text, by) => {
    expect(typed(text)).toMatchObject({ by })
  })

  it('holds a relation against a text by its title, and against an id by its id', () => {
    const steps = (text: string) => {
      const { left } = typed(text) as TypedNode & { left: TypedNode }
      return left.kind === 'field' ? left.steps.map(({ field }) => field.name) : []
    }
    expect(steps('company = "华为"')).toEqual(['company', 'name'])
    expect(steps('"华为" != company.parent')).toEqual(['company', 'parent', 'name'])
    expect(steps(`company = "${id}"`)).toEqual(['company'])
    expect(typed(`company = "${id}"`)).toMatchObject({ right: { value: id.toLowerCase() } })
    expect(typed('company in ("华为", "中兴")')).toMatchObject({ operand: { type: 'text' } })
  })

  it('turns comparisons with nothing into the question for it', () => {
    expect(typed('name = empty')).toMatchObject({ kind: 'function', name: 'isBlank' })
    expect(typed('"" != name')).toMatchObject({ kind: 'not', operand: { name: 'isBlank' } })
    expect(typed('name in (empty)')).toMatchObject({ kind: 'membership', items: [] })
  })

  it('gives nothing the type that is wanted of it', () => {
    expect(typed('empty + amount')).toMatchObject({ left: { value: null, type: 'number' } })
    expect(typed('empty', 'boolean')).toMatchObject({ value: null, type: 'boolean' })
  })
})

describe('words', () => {
  it.each([
    ['金额 ＞ 50万 且 客户.行业 ＝ “零售”', 'amount > 500000 and company.industry = "retail"'],
    ['Amount > 1', 'amount > 1'],
    ['［金 额］ > 1', 'amount > 1'],
    ['預計成交日期 > 今天()', 'closeDate > today()'],
    ['company.INDUSTRY = "制造业"', 'company.industry = "manufacturing"'],
    ['company.industry in ("零售", "manufacturing")', 'company.industry in ("retail", "manufacturing")'],
    ['包含(tags, "VIP")', 'contains(tags, "VIP")'],
    ['客户.address.CITY = "南京"', 'company.address.city = "南京"'],
    ['如果(为空(name), 1, 2)', 'if(isBlank(name), 1, 2)'],
  ])('%s is %s', (text, plain) => {
    const bare = (node: TypedNode) =>
      JSON.stringify(node, (key, value) => (key === 'start' || key === 'end' ? 0 : value))
    expect(bare(typed(text))).toBe(bare(typed(plain)))
  })

  it.each([
    ['amuont > 1', { code: 'expression_unknown_field', column: 1, name: 'amuont', suggestion: 'amount' }],
    ['1 < 金客', { code: 'expression_unknown_field', column: 5, suggestion: '金额' }],
    [
      'company.industri = "x"',
      { code: 'expression_unknown_field', column: 9, object: 'company', suggestion: 'industry' },
    ],
    ['company.address.citi = "x"', { code: 'expression_unknown_field', column: 17, suggestion: 'city' }],
    ['company.address.city.x = 1', { code: 'expression_unknown_field' }],
    ['__proto__ = 1', { code: 'expression_unknown_field', column: 1, suggestion: '' }],
    ['company.constructor = 1', { code: 'expression_unknown_field', column: 9 }],
    ['toString()', { code: 'expression_unknown_function', column: 1 }],
    [
      'name = "a" and contians(name, "x")',
      { code: 'expression_unknown_function', column: 16, suggestion: 'contains' },
    ],
    ['company.industry = "零销"', { code: 'expression_unknown_option', column: 20, suggestion: '零售' }],
    ['company.industry in ("retail", "x")', { code: 'expression_unknown_option', column: 32 }],
    ['levels in ("hihg")', { code: 'expression_unknown_option', column: 12, suggestion: 'high' }],
    ['contains(levels, "x")', { code: 'expression_unknown_option', column: 18 }],
  ])('%s is refused with a place and the nearest word', (text, expected) => {
    expect(refusal(text)).toMatchObject(expected)
  })
})

describe('what does not fit', () => {
  it.each([
    ['amount > "x"', 10, 'number', 'text'],
    ['amount + name', 10, 'number', 'text'],
    ['name and amount > 1', 1, 'boolean', 'text'],
    ['not amount', 5, 'boolean', 'number'],
    ['name & amount', 8, 'text', 'number'],
    ['closeDate > "2026-02-30"', 13, 'date', 'text'],
    ['createdAt > "0001-01-01T00:00:00+08:00"', 13, 'dateTime', 'text'],
    ['name.x = 1', 6, 'record', 'text'],
    ['companyId.name = "x"', 11, 'record', 'id'],
    ['id.name = "x"', 1, 'record', 'id'],
    ['company > owner', 1, 'number | date | text', 'id'],
    ['(amount > 1) < true', 2, 'number | date | text', 'boolean'],
    ['amount > empty', 10, 'value', 'empty'],
    ['amount in (1, "x")', 15, 'number', 'text'],
    ['length(amount)', 8, 'text', 'number'],
    ['if(name, 1, 2)', 4, 'boolean', 'text'],
    ['if(amount > 1, 1, name)', 19, 'number', 'text'],
    ['tags = "VIP"', 1, 'text', 'list'],
  ])('%s', (text, column, expected, actual) => {
    expect(refusal(text)).toEqual({ code: 'expression_type', column, expected, actual })
  })

  it('counts arguments', () => {
    expect(refusal('1 = length()')).toEqual({
      code: 'expression_arguments',
      column: 5,
      name: 'length',
      expected: '1',
    })
    expect(refusal('round(1, 2, 3)')).toMatchObject({ code: 'expression_arguments', expected: '1–2' })
    expect(refusal('today(1)')).toMatchObject({ code: 'expression_arguments', expected: '0' })
  })

  it('demands a condition of a filter', () => {
    expect(refusal('amount', 'boolean')).toMatchObject({
      code: 'expression_type',
      column: 1,
      expected: 'boolean',
    })
    expect(refusal('amount > 1', 'boolean')).toEqual({ code: 'none' })
  })
})

it('follows at most so many relations', () => {
  const people = Array.from(
    { length: 60 },
    (_, index): StoredField => ({
      name: `p${index}`,
      key: `p${index}`,
      type: 'relation',
      to: 'node',
      label: sameInAllLanguages('P'),
      origin: 'custom',
    }),
  )
  const node: StoredObject = {
    name: 'node',
    key: 'node',
    label: sameInAllLanguages('P'),
    origin: 'custom',
    title: 'p0',
    fields: people,
  }
  const nodes = buildCatalogue(1, [node])
  const filter = (count: number) =>
    compile(
      people
        .slice(0, count)
        .map(({ name }) => `isBlank(${name}.p0)`)
        .join(' and '),
      nodes,
      nodes.object('node'),
    )
  expect(fieldsOf(filter(50))).toHaveLength(50)
  expect(() => filter(51)).toThrow(AppError)
})

it('checks a stored tree like a written one', () => {
  const stored = toStored(parse('客户.行业 = "零售" and amount > 1'), catalogue, deal)
  expect(check(stored, catalogue, deal, 'boolean')).toMatchObject({ kind: 'logical', type: 'boolean' })
})
