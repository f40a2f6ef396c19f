import { contentDisposition } from '#server/core/files/index.ts'
import { type Operation, operation, WithHeaders } from '#server/core/operation.ts'
import { type ExportFormat, exportContract, exportTypes } from '#shared/operations/exports.ts'
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
  readonly ids?: string
}

export const exportOperations: readonly Operation[] = [
  operation(exportContract, async (cx, { params, query }) => {
    const { format, filter = '', search, sort, fields, ids } = query as Given
    const file = await exportRecords(cx, params.object!, {
      format,
      search,
      filter: filter.trim() === '' ? undefined : filter,
      sort: words(sort),
      fields: words(fields),
      ids: words(ids),
    })
    const headers = {
      'content-type': exportTypes[file.format],
      'content-disposition': contentDisposition(file.name, false),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    }
    return new WithHeaders(headers, file.content)
  }),
]
