import { may } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { invalidInput } from '#shared/errors.ts'
import type { WritePlan } from './plan.ts'
import type { Prepared } from './prepare.ts'

/** New records are their maker's, or another's by leave to transfer. @throws AppError `not_permitted` with the place of each */
export function permitOwners(cx: Context, plan: WritePlan, rows: readonly Prepared[]): void {
  if (may(cx, 'transfer', plan.object)) return
  const others = rows.filter(({ columns }) => columns.owner_id !== cx.actor.userId)
  if (others.length === 0) return
  throw invalidInput(others.map(({ path }) => ({ path: `${path}/ownerId`, code: 'not_permitted' })))
}
