import type { FieldTypeName } from './field-type.ts'

/**
 * Types whose values may be kept encrypted. Of references the database keeps the promise that they lead somewhere, and of a
 * choice among a few the keyed digest would tell who chose alike.
 */
export const encryptable: ReadonlySet<FieldTypeName> = new Set([
  'text',
  'longText',
  'richText',
  'number',
  'money',
  'percent',
  'date',
  'dateTime',
  'email',
  'phone',
  'url',
  'address',
  'json',
])
