import { countRecords } from '#server/core/audit/index.ts'
import { type Operation, operation } from '#server/core/operation.ts'
import { bulkContract, undoContract } from '#shared/operations/bulk.ts'
import { feedContract, historyContract } from '#shared/operations/records.ts'
import { timelineContract } from '#shared/operations/timeline.ts'
import { type BulkRequest, changeInBulk } from './bulk.ts'
import { readChanges } from './feed.ts'
import { historyOf } from './history.ts'
import { type TimelineQuery, timelineOf } from './timeline.ts'
import { undo } from './undo.ts'

export const changeOperations: readonly Operation[] = [
  operation(historyContract, (cx, { params, query }) =>
    historyOf(cx, params.object!, params.id!, query as { cursor?: string; limit?: number }),
  ),
  operation(timelineContract, (cx, { params, query }) =>
    timelineOf(cx, params.object!, params.id!, query as TimelineQuery),
  ),
  operation(feedContract, async (cx, { query }) => {
    const { since, limit } = query as { since: string; limit?: number }
    const page = await readChanges(cx, since, limit)
    await countRecords(cx, 'read', undefined, page.data.length, { feed: true })
    return page
  }),
  operation(bulkContract, async (cx, { params, body, idempotencyKey: key }) => {
    const idempotency = key === undefined ? undefined : { key, route: 'bulk', body }
    const request = body as BulkRequest
    const data = await changeInBulk(cx, params.object!, request, idempotency)
    const verb = request.delete === true ? 'delete' : 'change'
    await countRecords(cx, verb, params.object!, data.count, {
      filter: request.filter,
      search: request.search,
    })
    return { data }
  }),
  operation(undoContract, async (cx, { body }) => ({
    data: await undo(cx, (body as { token: string }).token),
  })),
]
