import { Readable } from 'node:stream'
import { contentDisposition } from '#server/core/files/index.ts'
import { type Operation, operation, WithHeaders } from '#server/core/operation.ts'
import * as contracts from '#shared/operations/reviews.ts'
import type { AccountsOf } from './accounts.ts'
import { decide } from './decide.ts'
import { exportReview } from './export-review.ts'
import { getReview } from './get-review.ts'
import { listLines } from './list-lines.ts'
import { listReviews } from './list-reviews.ts'
import { openReview } from './open-review.ts'
import { signOff } from './sign-off.ts'

/** How people sign in is not a workspace's to know: it is asked of `accountsOf`. */
export const reviewOperations = (accountsOf: AccountsOf): readonly Operation[] => [
  operation(contracts.listReviewsContract, async (cx) => ({ data: await listReviews(cx) })),
  operation(contracts.openReviewContract, async (cx) => ({ data: await openReview(cx, accountsOf) })),
  operation(contracts.getReviewContract, async (cx, { params }) => ({
    data: await getReview(cx, params.id!),
  })),
  operation(contracts.listReviewLinesContract, (cx, { params, query }) =>
    listLines(cx, params.id!, query as contracts.ReviewLinesQuery),
  ),
  operation(contracts.decideReviewContract, async (cx, { params, body }) => ({
    data: await decide(cx, params.id!, body as contracts.ReviewDecisionBody),
  })),
  operation(contracts.signReviewContract, async (cx, { params, body }) => ({
    data: await signOff(cx, params.id!, (body as { comment?: string }).comment),
  })),
  operation(contracts.exportReviewContract, async (cx, { params }) => {
    const { name, lines } = await exportReview(cx, params.id!)
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(name, false),
    }
    return new WithHeaders(headers, Readable.from(lines, { objectMode: false }))
  }),
]
