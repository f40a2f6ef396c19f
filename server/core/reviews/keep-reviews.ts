import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import type { AccountsOf } from './accounts.ts'
import { openReview } from './open-review.ts'
import { quarterOf } from './quarter.ts'

/**
 * Opens the review of this quarter where the workspace wants one by itself and there is none yet. While an earlier one is not
 * signed off it waits for that.
 */
export async function keepReviews(cx: Context, accountsOf: AccountsOf): Promise<void> {
  const { workspace } = cx
  if (workspace.settings().quarterlyReview !== true) return
  const { rows } = await workspace.pool.query<{ due: boolean }>({
    text: `select not exists (
      select from ${workspace.schema}._access_review where signed_at is null or starts_on >= $1) as due`,
    values: [quarterOf(cx.now(), workspace.settings())],
  })
  if (rows[0]?.due !== true) return
  try {
    await openReview(cx, accountsOf, true)
  } catch (error) {
    // Another process was quicker.
    if (!(error instanceof AppError) || error.code !== 'access_review_open') throw error
  }
}
