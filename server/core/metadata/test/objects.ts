import { type Label, sameInAllLanguages } from '#shared/language.ts'
import type { FieldDefinition, ObjectDefinition } from '#shared/metadata/definition.ts'

const label = (text: string): Label => sameInAllLanguages(text)

export const field = (
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({ name, type, label: label(name), ...more })

export const object = (
  name: string,
  fields: readonly FieldDefinition[],
  more: Partial<ObjectDefinition> = {},
): ObjectDefinition => ({ name, label: label(name), fields, ...more })

export const options = (...values: string[]) => values.map((value) => ({ value, label: label(value) }))

/** What the system fields refer to, and two objects that refer to each other. */
export const people: readonly ObjectDefinition[] = [
  object('user', [field('name', 'text', { required: true }), field('team', 'relation', { to: 'team' })]),
  object('team', [field('name', 'text', { required: true }), field('leader', 'user')]),
]

export const company = object('company', [
  field('name', 'text', { required: true }),
  field('code', 'text', { unique: true }),
  field('level', 'select', { options: options('a', 'b', 'c') }),
  field('parent', 'relation', { to: 'company' }),
  field('phone', 'phone'),
  field('revenue', 'money'),
])

export const standard: readonly ObjectDefinition[] = [...people, company]
