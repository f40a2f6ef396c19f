import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField } from '#shared/metadata/definition.ts'
import { formFields, sectionsOf } from './sections.ts'

const field = (name: string, type: StoredField['type'], more: Partial<StoredField> = {}): StoredField => ({
  name,
  key: name,
  type,
  label: sameInAllLanguages(name),
  origin: 'custom',
  ...more,
})
const order = buildCatalogue(1, [
  {
    name: 'order',
    key: 'order',
    label: sameInAllLanguages('Order'),
    origin: 'custom',
    title: 'number',
    sections: [{ label: sameInAllLanguages('Main'), fields: ['number', 'gone', 'total'] }],
    fields: [
      field('number', 'autoNumber'),
      field('note', 'longText'),
      field('total', 'money'),
      field('customer', 'text', { required: true }),
    ],
  },
]).object('order')

test('every field has one place, and a section that names a removed field does no harm', () => {
  const sections = sectionsOf(order).map((section) => section.fields.map((one) => one.name))
  expect(sections[0]).toEqual(['number', 'total'])
  expect(sections[1]).toEqual(['note', 'customer'])
  const names = sections.flat()
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain('version')
})

test('a form asks for what must be filled first and for nothing that cannot be written', () => {
  const { required, further } = formFields(order)
  expect(required.map((one) => one.name)).toEqual(['customer'])
  expect(further.map((one) => one.name)).toEqual(['total', 'note', 'owner'])
})
