import { Type } from 'typebox'
import { contract } from '#shared/operations/contract.ts'

const tag = 'Files'

/** One part of a form that holds a file. */
export const formFile = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })

export const uploadContract = contract({
  name: 'file.upload',
  method: 'POST',
  path: '/files',
  summary: 'Keeps a file; its id goes into fields of the type `file`',
  tag,
  consumes: 'multipart/form-data',
  body: Type.Object({ file: formFile }),
  status: 201,
  errors: ['file_too_large', 'bad_request'],
})
export const downloadContract = contract({
  name: 'file.download',
  method: 'GET',
  path: '/files/:id',
  summary: 'The content of a file',
  tag,
  params: Type.Object({ id: Type.String() }),
  names: { object: 'file', record: 'id' },
  query: Type.Object({
    viewAs: Type.Optional(
      Type.String({ description: 'As the header `View-As`, for what a browser asks for by itself.' }),
    ),
  }),
  produces: ['application/octet-stream'],
  errors: ['not_found'],
})
