import { Type } from 'typebox'
import { batchBytes, contract } from './contract.ts'

const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Rows of one sheet of a workbook, without the one that names the columns. */
export const mostSheetRows = 1_048_575

const list = {
  format: Type.Optional(Type.Union(exportFormats.map((format) => Type.Literal(format)))),
  filter: Type.Optional(
    Type.String({ maxLength: 100_000, description: 'A condition in the expression language.' }),
  ),
  search: Type.Optional(Type.String({ maxLength: 500 })),
  sort: Type.Optional(
    Type.String({ maxLength: 100_000, description: 'Fields, `-` for descending: `-createdAt,name`.' }),
  ),
  fields: Type.Optional(
    Type.String({
      maxLength: 100_000,
      description:
        'The columns in their order, dotted through relations: `name,company.name`; all by default.',
    }),
  ),
}
const params = Type.Object({ object: Type.String({ maxLength: 80 }) })
const closed = { additionalProperties: false } as const
const errors = [
  'unknown_object',
  'unknown_field',
  'not_sortable',
  'export_too_large',
  'not_permitted',
] as const

export const exportContract = contract({
  name: 'record.export',
  method: 'GET',
  path: '/records/:object/export',
  summary: 'All records of a list as a file, as of one moment, in the caller’s language and time zone',
  tag: 'Records',
  params,
  query: Type.Object(
    {
      ...list,
      ids: Type.Optional(
        Type.String({ maxLength: 400_000, description: 'Only these records, separated by commas.' }),
      ),
    },
    closed,
  ),
  produces: Object.values(exportTypes),
  errors,
})

/** An address holds some hundred ids; a body holds as many as a bulk change. */
export const exportChosenContract = contract({
  name: 'record.exportChosen',
  method: 'POST',
  path: '/records/:object/export',
  summary: 'The same as `record.export`, of more ids or a longer filter than an address holds',
  tag: 'Records',
  params,
  largestBody: batchBytes,
  body: Type.Object(
    { ...list, ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100_000 })) },
    closed,
  ),
  produces: Object.values(exportTypes),
  errors,
})
