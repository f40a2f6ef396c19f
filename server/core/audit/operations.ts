import { Readable } from 'node:stream'
import { type Operation, operation, WithHeaders } from '#server/core/operation.ts'
import { exportAuditContract, getAuditContract, listAuditContract } from '#shared/operations/audit.ts'
import { exportedLines } from './exported.ts'
import { getAudit, listAudit } from './list.ts'
import { recordAudit } from './record.ts'

export const auditOperations: readonly Operation[] = [
  operation(listAuditContract, (cx, { query }) => listAudit(cx, query)),
  operation(exportAuditContract, async (cx) => {
    await recordAudit(cx, { kind: 'auditExported' })
    const day = cx.now().toISOString().slice(0, 10)
    const headers = {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${cx.workspace.slug}-audit-${day}.jsonl"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    }
    return new WithHeaders(headers, Readable.from(exportedLines(cx), { objectMode: false }))
  }),
  operation(getAuditContract, async (cx, { params }) => ({ data: await getAudit(cx, params.id!) })),
]
