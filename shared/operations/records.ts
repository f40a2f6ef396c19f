import { Type } from 'typebox'
import { batchBytes, contract } from './contract.ts'

const closed = { additionalProperties: false } as const
const text = (description: string) => Type.String({ description, maxLength: 100_000 })
const object = Type.Object({ object: Type.String({ maxLength: 80 }) })
const one = {
  params: Type.Object({ object: Type.String({ maxLength: 80 }), id: Type.String({ format: 'uuid' }) }),
  names: { object: { name: 'object' }, record: 'id' },
} as const
const record = Type.Object({}, { additionalProperties: true })
const oneOrMany = Type.Union([record, Type.Array(record)])

const fields = text('Names of the fields to give, separated by commas; all by default.')
const include = text('Relations whose records come along, dotted: `company,company.parent`.')
const at = Type.String({ format: 'date-time', description: 'A moment of the past.' })
const may = Type.Boolean({
  description:
    'Whether each record tells as `$may` what who asks may do with it: `update`, `delete`, `transfer`, as far as it depends on the record.',
})
const limit = (most: number) => Type.Integer({ minimum: 1, maximum: most })
const tag = 'Records'

export const listContract = contract({
  name: 'record.list',
  method: 'GET',
  path: '/records/:object',
  summary: 'A page of records, filtered and sorted',
  tag,
  params: object,
  query: Type.Object(
    {
      filter: Type.Optional(text('A condition in the expression language.')),
      sort: Type.Optional(text('Fields, `-` for descending: `-createdAt,name`.')),
      fields: Type.Optional(fields),
      include: Type.Optional(include),
      search: Type.Optional(
        Type.String({ maxLength: 500, description: 'Words of the title, its pinyin or initials.' }),
      ),
      limit: Type.Optional(limit(1_000)),
      cursor: Type.Optional(
        Type.String({ maxLength: 20_000, description: '`nextCursor` of the page before.' }),
      ),
      count: Type.Optional(Type.Union([Type.Literal('exact'), Type.Literal('estimate')])),
      at: Type.Optional(at),
      may: Type.Optional(may),
    },
    closed,
  ),
})

export const getContract = contract({
  name: 'record.get',
  method: 'GET',
  path: '/records/:object/:id',
  summary: 'One record, now or as of a moment',
  tag,
  ...one,
  query: Type.Object(
    {
      fields: Type.Optional(fields),
      include: Type.Optional(include),
      at: Type.Optional(at),
      may: Type.Optional(may),
    },
    closed,
  ),
  errors: ['record_missing'],
})

export const revealContract = contract({
  name: 'record.reveal',
  method: 'POST',
  path: '/records/:object/:id/reveal',
  summary: 'The whole value of a masked field of one record; each time stands in the audit log',
  tag,
  ...one,
  body: Type.Object({ field: Type.String({ minLength: 1, maxLength: 80 }) }, closed),
  errors: ['unknown_object', 'unknown_field', 'record_missing', 'invalid_parameter', 'not_permitted'],
})
export const tagsContract = contract({
  name: 'record.tags',
  method: 'GET',
  path: '/records/:object/tags',
  summary: 'The words of a field of type `tags`, the most frequent first',
  tag,
  params: object,
  query: Type.Object(
    {
      field: Type.Optional(Type.String({ maxLength: 80, description: 'The field; `tags` by default.' })),
      search: Type.Optional(Type.String({ maxLength: 100, description: 'What the words contain.' })),
      limit: Type.Optional(limit(1_000)),
    },
    closed,
  ),
  answer: Type.Object({
    data: Type.Array(
      Type.Object({
        value: Type.String(),
        count: Type.Integer({ description: 'Records that bear it.' }),
      }),
    ),
    complete: Type.Boolean({
      description: 'False where more records bear words than were looked at: counts are of the newest ones.',
    }),
  }),
  errors: ['unknown_object', 'unknown_field', 'invalid_input'],
})

export const createContract = contract({
  name: 'record.create',
  method: 'POST',
  path: '/records/:object',
  summary: 'Creates one record, or up to 10,000, all or none',
  tag,
  params: object,
  body: oneOrMany,
  largestBody: batchBytes,
  status: 201,
  errors: ['invalid_input', 'value_not_unique', 'batch_too_large', 'idempotency_key_reused'],
})

export const updateOneContract = contract({
  name: 'record.update',
  method: 'PATCH',
  path: '/records/:object/:id',
  summary: 'Changes fields of one record; If-Match refuses a stale version',
  tag,
  ...one,
  body: record,
  largestBody: batchBytes,
  errors: ['record_missing', 'version_conflict', 'value_not_unique'],
})

export const updateManyContract = contract({
  name: 'record.updateMany',
  method: 'PATCH',
  path: '/records/:object',
  summary: 'Changes up to 10,000 records, each named by its id, all or none',
  tag,
  params: object,
  body: Type.Array(record),
  largestBody: batchBytes,
  errors: ['invalid_input', 'value_not_unique', 'batch_too_large'],
})

export const upsertContract = contract({
  name: 'record.upsert',
  method: 'PUT',
  path: '/records/:object',
  summary: 'Creates or changes records by a unique field, all or none',
  tag,
  params: object,
  query: Type.Object({ on: Type.String({ maxLength: 80, description: 'A unique field.' }) }, closed),
  body: oneOrMany,
  largestBody: batchBytes,
  errors: ['not_unique_field', 'duplicate_in_batch'],
})

export const deleteOneContract = contract({
  name: 'record.delete',
  method: 'DELETE',
  path: '/records/:object/:id',
  summary: 'Puts one record into the recycle bin',
  tag,
  ...one,
  status: 204,
  errors: ['record_missing'],
})

export const deleteManyContract = contract({
  name: 'record.deleteMany',
  method: 'DELETE',
  path: '/records/:object',
  summary: 'Puts up to 10,000 records into the recycle bin, all or none',
  tag,
  params: object,
  body: Type.Object({ ids: Type.Array(Type.String({ format: 'uuid' })) }, closed),
  status: 204,
  errors: ['record_missing'],
})

export const restoreContract = contract({
  name: 'record.restore',
  method: 'POST',
  path: '/records/:object/:id/restore',
  summary: 'Takes a record out of the recycle bin',
  tag,
  ...one,
  errors: ['record_missing', 'not_deleted', 'value_not_unique'],
})

export const historyContract = contract({
  name: 'record.changes',
  method: 'GET',
  path: '/records/:object/:id/changes',
  summary: 'The history of one record, the newest first',
  tag,
  ...one,
  query: Type.Object(
    { cursor: Type.Optional(Type.String({ maxLength: 30 })), limit: Type.Optional(limit(500)) },
    closed,
  ),
})

const measure = Type.Object(
  {
    fn: Type.Union(
      ['count', 'countDistinct', 'sum', 'avg', 'min', 'max'].map((fn) => Type.Literal(fn)),
      { description: 'What is computed.' },
    ),
    field: Type.Optional(text('A field or an expression; only `count` needs none.')),
    filter: Type.Optional(text('Counts only records that meet it.')),
    as: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  closed,
)
const group = Type.Union([
  text('A field or an expression.'),
  Type.Object(
    {
      expression: text('A field or an expression.'),
      as: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    },
    closed,
  ),
])

export const aggregateContract = contract({
  name: 'record.aggregate',
  method: 'POST',
  path: '/records/:object/aggregate',
  summary: 'Counts, sums and averages by groups',
  tag,
  params: object,
  body: Type.Object(
    {
      filter: Type.Optional(text('A condition in the expression language.')),
      search: Type.Optional(Type.String({ maxLength: 500 })),
      groupBy: Type.Optional(Type.Array(group, { maxItems: 8 })),
      measures: Type.Optional(Type.Array(measure, { maxItems: 32 })),
      having: Type.Optional(text('A condition on results by name: `count > 3`.')),
      sort: Type.Optional(
        Type.Union([
          text('Names of results, `-` for descending.'),
          Type.Array(Type.String(), { maxItems: 16 }),
        ]),
      ),
      limit: Type.Optional(limit(10_000)),
      at: Type.Optional(at),
    },
    closed,
  ),
  errors: ['invalid_measure', 'not_groupable'],
})

export const feedContract = contract({
  name: 'change.list',
  method: 'GET',
  path: '/changes',
  summary: 'The change log since a cursor; `since=0` is the beginning',
  tag: 'Changes',
  query: Type.Object(
    { since: Type.String({ maxLength: 20_000 }), limit: Type.Optional(limit(5_000)) },
    closed,
  ),
  errors: ['invalid_cursor', 'cursor_expired'],
})
