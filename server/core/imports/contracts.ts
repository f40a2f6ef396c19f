import { Type } from 'typebox'
import { formFile } from '#server/core/files/index.ts'
import { contract } from '#shared/operations/contract.ts'

const tag = 'Imports'
const params = Type.Object({ id: Type.String() })

const column = Type.Object({
  column: Type.String(),
  field: Type.String(),
  by: Type.Optional(Type.String({ description: 'Relations: the field that the text is compared with.' })),
  part: Type.Optional(Type.String({ description: 'Addresses: the member that the column holds.' })),
  create: Type.Optional(Type.Boolean({ description: 'Whether what is missing is created.' })),
  dateOrder: Type.Optional(Type.Union(['YMD', 'MDY', 'DMY'].map((order) => Type.Literal(order)))),
  factor: Type.Optional(Type.String({ description: 'Numbers are multiplied by it.' })),
  values: Type.Optional(
    Type.Record(Type.String(), Type.String(), { description: 'Texts of the file and what they stand for.' }),
  ),
})
const mapping = Type.Object({
  columns: Type.Array(column),
  match: Type.Optional(
    Type.Array(Type.String(), { description: 'Fields by which records are found and updated.' }),
  ),
})

export const proposeContract = contract({
  name: 'import.propose',
  method: 'POST',
  path: '/imports',
  summary: 'Reads a table and proposes where its columns go; started within a day or taken away',
  tag,
  consumes: 'multipart/form-data',
  body: Type.Object({ object: Type.String(), file: formFile }),
  status: 201,
  errors: ['unknown_object', 'file_unreadable', 'file_empty', 'file_too_large'],
})
export const previewContract = contract({
  name: 'import.preview',
  method: 'POST',
  path: '/imports/:id/preview',
  summary: 'The first rows as a mapping reads them',
  tag,
  params,
  body: Type.Object({ mapping }),
  errors: ['not_found', 'unknown_column', 'unknown_field'],
})
export const startContract = contract({
  name: 'import.start',
  method: 'POST',
  path: '/imports/:id/start',
  summary: 'Runs an import, or tries it and writes nothing',
  tag,
  params,
  body: Type.Object({ mapping, dryRun: Type.Optional(Type.Boolean()) }),
  status: 202,
  errors: ['not_found', 'unknown_column', 'unknown_field', 'mapping_empty'],
})
export const statusContract = contract({
  name: 'import.get',
  method: 'GET',
  path: '/imports/:id',
  summary: 'How far an import is, and which rows it refused',
  tag,
  params,
  errors: ['not_found'],
})
export const rejectedContract = contract({
  name: 'import.rejected',
  method: 'GET',
  path: '/imports/:id/rejected.csv',
  summary: 'The refused rows with their reasons, to be mended and imported again',
  tag,
  params,
  produces: ['text/csv'],
  errors: ['not_found'],
})
