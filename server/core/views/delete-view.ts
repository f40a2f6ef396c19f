import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { announceViews } from './topic.ts'
import { lockView } from './visible-view.ts'

/** Takes a view away. @throws AppError `view_missing`, `not_permitted` */
export async function deleteView(cx: Context, id: string): Promise<void> {
  const { row, object } = await inTransaction(cx, async (client) => {
    const found = await lockView(cx, client, id)
    await client.query(`delete from ${cx.workspace.schema}._view where id = $1`, [id])
    return found
  })
  announceViews(cx, object.name, row.shared ? null : row.owner_id)
}
