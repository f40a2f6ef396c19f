import type { Context } from '#server/core/context.ts'
import type { AccessReview } from '#shared/operations/reviews.ts'
import { reviewColumns } from './review-row.ts'

/** The newest first. Four a year: all of them fit one answer. */
export async function listReviews({ workspace }: Context): Promise<AccessReview[]> {
  const { rows } = await workspace.pool.query<AccessReview>({
    text: `select ${reviewColumns(workspace.schema)} order by v.opened_at desc, v.id desc limit 400`,
  })
  return rows
}
