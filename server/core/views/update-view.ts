import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { AppError } from '#shared/errors.ts'
import type { View } from '#shared/metadata/view.ts'
import type { ViewChange } from '#shared/operations/views.ts'
import { checkInput } from './check-input.ts'
import { announceViews } from './topic.ts'
import { nameOf, presentView, type ViewRow, viewColumns } from './view-row.ts'
import { lockView } from './visible-view.ts'

/**
 * Changes what `change` names; a definition is replaced whole.
 * @param expected the version that it must have
 * @throws AppError with an issue for each bad part; `view_missing`, `not_permitted`, `version_conflict` (with the view as it is)
 */
export async function updateView(
  cx: Context,
  id: string,
  change: ViewChange,
  expected?: number,
): Promise<View> {
  const { schema } = cx.workspace
  const { before, after, object } = await inTransaction(cx, async (client) => {
    const { row, object } = await lockView(cx, client, id)
    if (expected !== undefined && row.version !== expected) {
      const current = presentView(cx, object, row)
      throw new AppError('version_conflict', { actual: row.version, expected }, { details: { current } })
    }
    const shown = nameOf(row, cx.language)
    const { name = shown, definition = row.definition } = checkInput(cx, object, change)
    const { kind = row.kind, shared = row.shared, position = row.position } = change
    // Its own name has it in every language; a name that somebody gives it is the same for all.
    const label = name === shown ? row.label : null
    // One that came with Kith becomes the own of who makes it private: nobody would see it else.
    const owner = shared ? row.owner_id : (row.owner_id ?? cx.actor.userId)
    const { rows } = await client.query<ViewRow>(
      `update ${schema}._view set name = $2, kind = $3, shared = $4, owner_id = $5, position = $6, definition = $7, label = $8,
         version = version + 1, updated_at = now() where id = $1 returning ${viewColumns}`,
      [id, name, kind, shared, owner, position, JSON.stringify(definition), label],
    )
    return { before: row, after: rows[0]!, object }
  })
  announceViews(cx, object.name, before.shared || after.shared ? null : after.owner_id)
  return presentView(cx, object, after)
}
