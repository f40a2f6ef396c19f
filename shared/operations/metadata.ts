import { Type } from 'typebox'
import { contract } from './contract.ts'

const tag = 'Metadata'
const object = Type.Object({ object: Type.String({ maxLength: 80 }) })
const field = Type.Object({ object: Type.String({ maxLength: 80 }), field: Type.String({ maxLength: 80 }) })
// What may stand in a definition depends on the field's type: the door checks it member by member.
const definition = Type.Object({}, { additionalProperties: true })

export const listObjectsContract = contract({
  name: 'object.list',
  method: 'GET',
  path: '/objects',
  summary: 'Every object with its fields; the ETag is the version of the metadata',
  tag,
})
export const getObjectContract = contract({
  name: 'object.get',
  method: 'GET',
  path: '/objects/:object',
  summary: 'One object with its fields',
  tag,
  params: object,
  errors: ['unknown_object'],
})
export const createObjectContract = contract({
  name: 'object.create',
  method: 'POST',
  path: '/objects',
  summary: 'Makes an object with its table while the server runs',
  tag,
  body: definition,
  status: 201,
  permission: 'metadata',
  errors: ['invalid_input', 'name_taken', 'too_many_fields', 'metadata_busy'],
})
export const updateObjectContract = contract({
  name: 'object.update',
  method: 'PATCH',
  path: '/objects/:object',
  summary: 'Changes what the body names of an object',
  tag,
  params: object,
  body: definition,
  permission: 'metadata',
  errors: ['invalid_input', 'name_taken', 'metadata_busy'],
})
export const deleteObjectContract = contract({
  name: 'object.delete',
  method: 'DELETE',
  path: '/objects/:object',
  summary: 'Takes a custom object away',
  tag,
  params: object,
  status: 204,
  permission: 'metadata',
  errors: ['object_protected', 'metadata_busy'],
})
export const listFieldsContract = contract({
  name: 'field.list',
  method: 'GET',
  path: '/objects/:object/fields',
  summary: 'The fields of an object',
  tag,
  params: object,
})
export const createFieldContract = contract({
  name: 'field.create',
  method: 'POST',
  path: '/objects/:object/fields',
  summary: 'Adds a field while people write',
  tag,
  params: object,
  body: definition,
  status: 201,
  permission: 'metadata',
  errors: ['invalid_input', 'name_taken', 'too_many_fields', 'metadata_busy'],
})
export const updateFieldContract = contract({
  name: 'field.update',
  method: 'PATCH',
  path: '/objects/:object/fields/:field',
  summary: 'Changes what the body names of a field',
  tag,
  params: field,
  body: definition,
  permission: 'metadata',
  errors: ['field_type_change', 'existing_values_conflict', 'metadata_busy'],
})
export const deleteFieldContract = contract({
  name: 'field.delete',
  method: 'DELETE',
  path: '/objects/:object/fields/:field',
  summary: 'Takes a custom field away; its history stays',
  tag,
  params: field,
  status: 204,
  permission: 'metadata',
  errors: ['field_protected', 'metadata_busy'],
})

export const getSettingsContract = contract({
  name: 'settings.get',
  method: 'GET',
  path: '/settings',
  summary: 'The workspace’s language, time zone, currency, fiscal year and working calendar',
  tag: 'Settings',
})
export const updateSettingsContract = contract({
  name: 'settings.update',
  method: 'PATCH',
  path: '/settings',
  summary: 'Changes what the body names of the settings',
  tag: 'Settings',
  body: definition,
  permission: 'settings',
  errors: ['invalid_input', 'metadata_busy'],
})

const rate = Type.Object(
  {
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    date: Type.String({ format: 'date' }),
    rate: Type.Union(
      [
        Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,12})?$' }),
        Type.Number({ exclusiveMinimum: 0, maximum: 1e12 }),
      ],
      {
        description: 'What one unit is worth in the workspace’s currency from that day on.',
      },
    ),
  },
  { additionalProperties: false },
)
export const listRatesContract = contract({
  name: 'exchangeRate.list',
  method: 'GET',
  path: '/exchange-rates',
  summary: 'The dated exchange rates, the newest first',
  tag: 'Settings',
})
export const setRatesContract = contract({
  name: 'exchangeRate.set',
  method: 'PUT',
  path: '/exchange-rates',
  summary: 'Sets dated rates and reckons the amounts that they concern anew',
  tag: 'Settings',
  body: Type.Array(rate, { minItems: 1, maxItems: 1_000 }),
  permission: 'settings',
})
