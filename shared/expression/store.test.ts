import { expect, it } from 'vitest'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { StoredObject } from '#shared/metadata/definition.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { fromStored, toStored } from './store.ts'
import { catalogue, objects, plain } from './testing.ts'

/** The objects after people renamed fields and an object. */
const renamed: readonly StoredObject[] = objects.map((object) => ({
  ...object,
  name: object.name === 'company' ? 'account' : object.name,
  fields: object.fields.map((field) => ({
    ...field,
    name: { company: 'customer', industry: 'branch', amount: 'in' }[field.name] ?? field.name,
    ...(field.to === 'company' && { to: 'account' }),
  })),
}))
const later = buildCatalogue(2, renamed)

const stored = (text: string) => {
  const tree = toStored(parse(text), catalogue, catalogue.object('deal'))
  // As a database gives it back.
  return JSON.parse(JSON.stringify(tree)) as typeof tree
}
const printed = (text: string, today = later) => print(fromStored(stored(text), today, today.object('deal')))

it.each([
  ['金额 > 50万 且 客户.行业 = “零售”', '[in] > 500000 and customer.branch = "retail"'],
  ['company.parent.name & company.address.city = "x"', 'customer.parent.name & customer.address.city = "x"'],
  ['not (companyId = company.parentId)', 'not customerId = customer.parentId'],
  ['company.id in (me(), company)', 'customerId in (me(), customer)'],
  ['id = me() or company.parent.id = id', 'id = me() or customer.parentId = id'],
  ['isBlank(contract) and closeDate < today() + 30', 'isBlank(contract) and closeDate < today() + 30'],
  ['contains(partners, company) or owner.name = "A"', 'contains(partners, customer) or owner.name = "A"'],
  ['包含(tags, “VIP”) 且 Today() > closeDate', 'contains(tags, "VIP") and today() > closeDate'],
  ['-amount < createdAt - updatedAt', '-[in] < createdAt - updatedAt'],
])('%s is %s after a rename', (text, expected) => {
  expect(printed(text)).toBe(expected)
})

it('prints names of today where nothing was renamed, and is stored again as the same', () => {
  const text = 'amount > 1 and company.industry = "retail" or companyId in (company.parentId, me())'
  expect(printed(text, catalogue)).toBe(text)
  const again = toStored(fromStored(stored(text), later, later.object('deal')), later, later.object('deal'))
  const keys = (tree: unknown) => JSON.stringify(plain(tree as ReturnType<typeof parse>))
  expect(keys(again)).toBe(keys(stored(text)))
})

it.each([
  ['客户.行业 = “零售”', 'customer.branch = "retail"'],
  ['"製造業" != company.industry', '"manufacturing" != customer.branch'],
  ['company.industry in ("Retail", “制造业”)', 'customer.branch in ("retail", "manufacturing")'],
  ['contains(级别, “高”) or levels in (“低”)', 'contains(levels, "high") or levels in ("low")'],
  ['startsWith(company.industry, "零售") or company.industry & "零售" = name', undefined],
  ['contains(tags, "高") or company.name = "零售"', undefined],
])('keeps options by value, so that a label may change: %s', (text, expected) => {
  expect(printed(text)).toBe(
    expected ?? text.replaceAll('company', 'customer').replaceAll('industry', 'branch'),
  )
})

it('names the field that is no longer there', () => {
  const without = buildCatalogue(
    3,
    objects.map((object) => ({ ...object, fields: object.fields.filter(({ name }) => name !== 'industry') })),
  )
  expect(() => fromStored(stored('company.industry = "retail"'), without, without.object('deal'))).toThrow(
    expect.objectContaining({
      code: 'expression_unknown_field',
      parameters: expect.objectContaining({ name: 'industry' }),
    }),
  )
})

it('refuses to store what names no field', () => {
  expect(() => stored('nothing = 1')).toThrow(expect.objectContaining({ code: 'expression_unknown_field' }))
})
