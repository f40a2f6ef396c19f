import type { Context } from '#server/core/context.ts'
import { contentDisposition } from '#server/core/files/index.ts'
import { type Operation, operation, WithHeaders } from '#server/core/operation.ts'
import {
  type ExportFormat,
  exportChosenContract,
  exportContract,
  exportTypes,
} from '#shared/operations/exports.ts'
import { exportRecords } from './export.ts'

const words = (text: string | undefined): string[] | undefined =>
  text
    ?.split(',')
    .map((word) => word.trim())
    .filter(Boolean)

interface Given {
  readonly format?: ExportFormat
  readonly filter?: string
  readonly search?: string
  readonly sort?: string
  readonly fields?: string
}

async function fileOf(cx: Context, object: string, given: Given, ids: readonly string[] | undefined) {
  const { format, filter = '', search, sort, fields } = given
  const file = await exportRecords(cx, object, {
    format,
    search,
    filter: filter.trim() === '' ? undefined : filter,
    sort: words(sort),
    fields: words(fields),
    ids,
  })
  const headers = {
    'content-type': exportTypes[file.format],
    'content-disposition': contentDisposition(file.name, false),
  }
  return new WithHeaders(headers, file.content)
}

export const exportOperations: readonly Operation[] = [
  operation(exportContract, (cx, { params, query }) => {
    const { ids, ...given } = query as Given & { readonly ids?: string }
    return fileOf(cx, params.object!, given, words(ids))
  }),
  operation(exportChosenContract, (cx, { params, body }) => {
    const { ids, ...given } = body as Given & { readonly ids?: readonly string[] }
    return fileOf(cx, params.object!, given, ids)
  }),
]
