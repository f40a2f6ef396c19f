import { type Operation, operation } from '#server/core/operation.ts'
import { feedContract, historyContract } from '#shared/operations/records.ts'
import { readChanges } from './feed.ts'
import { historyOf } from './history.ts'

export const changeOperations: readonly Operation[] = [
  operation(historyContract, (cx, { params, query }) =>
    historyOf(cx, params.object!, params.id!, query as { cursor?: string; limit?: number }),
  ),
  operation(feedContract, (cx, { query }) => {
    const { since, limit } = query as { since: string; limit?: number }
    return readChanges(cx, since, limit)
  }),
]
