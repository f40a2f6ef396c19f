import { Type } from 'typebox'
import { contract } from './contract.ts'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Rows of one sheet of a workbook, without the one that names the columns. */
export const mostSheetRows = 1_048_575

export const exportContract = contract({
  name: 'record.export',
  method: 'GET',
  path: '/records/:object/export',
  summary: 'All records of a list as a file, as of one moment, in the caller’s language and time zone',
  tag: 'Records',
  params: Type.Object({ object: Type.String({ maxLength: 80 }) }),
  query: Type.Object(
    {
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
      ids: Type.Optional(
        Type.String({ maxLength: 400_000, description: 'Only these records, separated by commas.' }),
      ),
    },
    { additionalProperties: false },
  ),
  produces: Object.values(exportTypes),
  errors: ['unknown_object', 'unknown_field', 'not_sortable', 'export_too_large', 'not_permitted'],
})
