import {
  accept,
  type FieldType,
  type FieldTypeName,
  type Parsed,
  refuse,
  type ValueKind,
} from './field-type.ts'

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

export const isIdentifier = (value: string): boolean => uuid.test(value)

/** An id on the wire: a UUID of any version, made lower case. `''` counts as null. */
export function parseIdentifier(value: unknown): Parsed {
  if (typeof value !== 'string') return refuse('wrong_type', { expected: 'string' })
  if (value === '') return accept(null)
  return uuid.test(value) ? accept(value.toLowerCase()) : refuse('invalid_id')
}

/** A field that holds one id. */
export function identifierType(
  name: FieldTypeName,
  kind: ValueKind,
  description: string,
  settings: FieldType['settings'],
): FieldType {
  return {
    name,
    kind,
    column: 'uuid',
    sortable: false,
    groupable: kind === 'record',
    searchable: false,
    uniqueable: kind === 'record',
    settings,
    parse: parseIdentifier,
    read: (text) => parseIdentifier(text.trim()),
    format: (value) => String(value),
    schema: () => ({ type: 'string', format: 'uuid', description }),
  }
}
