import { Type } from 'typebox'
import { batchBytes, contract } from './contract.ts'

const closed = { additionalProperties: false } as const
const lists = (description: string) =>
  Type.Optional(
    Type.Record(
      Type.String({ maxLength: 80 }),
      Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 1_000 }),
      {
        description,
      },
    ),
  )

export const bulkContract = contract({
  name: 'record.bulk',
  method: 'POST',
  path: '/records/:object/bulk',
  summary: 'Changes or deletes all records that a filter leaves, or those of a list',
  tag: 'Records',
  params: Type.Object({ object: Type.String({ maxLength: 80 }) }),
  largestBody: batchBytes,
  body: Type.Object(
    {
      filter: Type.Optional(
        Type.String({
          maxLength: 100_000,
          description: 'A condition in the expression language; empty for all.',
        }),
      ),
      search: Type.Optional(Type.String({ maxLength: 500 })),
      ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100_000 })),
      values: Type.Optional(
        Type.Object({}, { additionalProperties: true, description: 'Fields and what they become.' }),
      ),
      add: lists('Fields of type `tags` or `multiSelect`, and what each list gains; what it has stays.'),
      remove: lists('Such fields, and what each list loses.'),
      delete: Type.Optional(
        Type.Literal(true, { description: 'Into the recycle bin; instead of `values`.' }),
      ),
    },
    closed,
  ),
  answer: Type.Object({
    data: Type.Object({
      count: Type.Integer({ description: 'Records that were chosen.' }),
      undo: Type.String({ description: 'Token for `POST /undo`.' }),
    }),
  }),
  errors: ['invalid_input', 'bulk_stopped', 'value_not_unique'],
})

export const undoContract = contract({
  name: 'change.undo',
  method: 'POST',
  path: '/undo',
  summary: 'Takes back what one did in bulk; what somebody changed since stays',
  tag: 'Changes',
  body: Type.Object({ token: Type.String({ maxLength: 1_000_000 }) }, closed),
  answer: Type.Object({
    data: Type.Object({ undone: Type.Integer(), skipped: Type.Integer() }),
  }),
  errors: ['invalid_undo_token', 'cursor_expired'],
})
