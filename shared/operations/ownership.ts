import { Type } from 'typebox'
import { contract } from './contract.ts'

/** A record that bears a sign already. `id` is there where who asks may see it; `owner` is null of one that nobody owns. */
export interface Holding {
  /** Name of the field. */
  readonly field: string
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly id?: string
}

export const checkOwnershipContract = contract({
  name: 'record.checkOwnership',
  method: 'POST',
  path: '/records/:object/ownership',
  summary:
    'Whether a record is there already, by its title, a unique field, an e-mail address or a phone number, and whose it is; also of those one may not see, 60 times an hour and on record',
  tag: 'Records',
  params: Type.Object({ object: Type.String({ maxLength: 80 }) }),
  body: Type.Object(
    {
      values: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown(), {
        minProperties: 1,
        maxProperties: 20,
      }),
    },
    { additionalProperties: false },
  ),
  errors: ['unknown_object', 'not_permitted', 'invalid_input', 'too_many_requests'],
})
