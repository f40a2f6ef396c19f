import { catalogueOf, permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import { AppError } from '#shared/errors.ts'
import type { View } from '#shared/metadata/view.ts'
import type { NewView } from '#shared/operations/views.ts'
import { between } from '#shared/rank.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { checkInput } from './check-input.ts'
import { announceViews } from './topic.ts'
import { presentView, type ViewRow, viewColumns } from './view-row.ts'

/** Of one object, as one person sees them. */
const mostViews = 200

/**
 * Keeps a view, after the last unless it names its place.
 * @throws AppError with an issue for each bad part; `unknown_object`, `too_many_views`, `id_taken`, `not_permitted` to an
 * asker who is no member
 */
export async function createView(cx: Context, input: NewView): Promise<View> {
  const { userId } = cx.actor
  if (userId === null) throw new AppError('not_permitted')
  const object = catalogueOf(cx).object(input.object)
  permit(cx, 'read', object)
  const { name = '', definition = {} } = checkInput(cx, object, input)
  const { id = uuidv7(), kind = 'list', shared = false } = input
  const { schema } = cx.workspace
  const row = await inTransaction(cx, async (client) => {
    // One after the other, so that no two take the same place or pass the limit together.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `kith views ${schema} ${object.key}`,
    ])
    const { rows } = await client.query<{ count: number; last: string | null }>(
      `select count(*)::int, max(position) as last from ${schema}._view
        where object_key = $1 and (shared or owner_id = $2)`,
      [object.key, userId],
    )
    const { count = 0, last = null } = rows[0] ?? {}
    if (count >= mostViews) throw new AppError('too_many_views', { most: mostViews })
    const position = input.position ?? between(last, null)
    const made = await client.query<ViewRow>(
      `insert into ${schema}._view (id, object_key, name, kind, shared, owner_id, position, definition)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning ${viewColumns}`,
      [id, object.key, name, kind, shared, userId, position, JSON.stringify(definition)],
    )
    if (made.rows[0] === undefined) throw new AppError('id_taken', { id })
    return made.rows[0]
  })
  announceViews(cx, object.name, shared ? null : userId)
  return presentView(cx, object, row)
}
