import { Type } from 'typebox'
import { contract } from './contract.ts'

const tag = 'Preferences'
const one = Type.Object(
  { key: Type.String({ pattern: '^[a-z][A-Za-z0-9.]{0,60}$' }) },
  { additionalProperties: false },
)

/** UTF-8 bytes of a value as JSON. */
export const largestPreference = 64 * 1024
export const mostPreferences = 200

/** Answers `{data: {[key]: value}}`. */
export const listPreferencesContract = contract({
  name: 'preference.list',
  method: 'GET',
  path: '/preferences',
  summary: 'What the member who asks has set for the screens of this workspace, by key',
  tag,
  answer: Type.Object({ data: Type.Record(Type.String(), Type.Unknown()) }),
  errors: ['not_permitted'],
})

/** The body is the value. */
export const setPreferenceContract = contract({
  name: 'preference.set',
  method: 'PUT',
  path: '/preferences/:key',
  summary: 'Keeps one value, any JSON of up to 64 kB',
  tag,
  params: one,
  body: Type.Unknown(),
  status: 204,
  errors: ['not_permitted', 'preference_too_large', 'too_many_preferences'],
})

export const deletePreferenceContract = contract({
  name: 'preference.delete',
  method: 'DELETE',
  path: '/preferences/:key',
  summary: 'Forgets one value; one that was never set is forgotten already',
  tag,
  params: one,
  status: 204,
  errors: ['not_permitted'],
})
