import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import type { FieldDefinition, ObjectDefinition } from '#shared/metadata/definition.ts'

const option = (value: string, color: 'red' | 'blue' | 'green') => ({
  value,
  label: sameInAllLanguages(`选项${value}`),
  color,
})
const options = [option('甲', 'red'), option('乙', 'blue'), option('丙', 'green')]

/** What a field needs beside its type. */
const particulars: { readonly [Type in FieldTypeName]: Partial<FieldDefinition> } = {
  text: { required: true, maxLength: 40 },
  longText: {},
  richText: {},
  number: { min: 0, max: 1_000_000 },
  money: {},
  percent: {},
  boolean: {},
  date: {},
  dateTime: {},
  select: { options },
  multiSelect: { options },
  tags: {},
  email: { unique: true },
  phone: {},
  url: {},
  address: {},
  rating: {},
  autoNumber: { prefix: 'N-', digits: 4 },
  user: {},
  relation: { to: 'company' },
  relations: { to: 'contact' },
  anyRecord: {},
  file: {},
  json: {},
}

/** The field of a type is labelled `字段` and its type's name; the title is the text. */
export const labelOf = (type: FieldTypeName): string => `字段${type}`

/** An object with one field of every type there is. */
export const everything: ObjectDefinition = {
  name: 'everything',
  label: sameInAllLanguages('样品'),
  title: 'textField',
  fields: Object.entries(particulars).map(([name, rest]) => {
    const type = name as FieldTypeName
    return { name: `${type}Field`, type, label: sameInAllLanguages(labelOf(type)), ...rest }
  }),
}
