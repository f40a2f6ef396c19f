import type { PoolClient } from 'pg'
import { catalogueOf, permit, permitRight } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type ViewRow, viewColumns } from './view-row.ts'

/**
 * A view that the asker may change, held until the transaction ends.
 * @throws AppError `view_missing` where it is not to be seen, `not_permitted` for somebody else's shared one
 */
export async function lockView(
  cx: Context,
  client: PoolClient,
  id: string,
): Promise<{ readonly row: ViewRow; readonly object: CatalogueObject }> {
  const { rows } = await client.query<ViewRow>(
    `select ${viewColumns} from ${cx.workspace.schema}._view where id = $1 for update`,
    [id],
  )
  const row = rows[0]
  const object = row && catalogueOf(cx).byKey(row.object_key)
  const { userId } = cx.actor
  const own = row !== undefined && row.owner_id !== null && row.owner_id === userId
  if (row === undefined || object === undefined || !(own || row.shared)) throw new AppError('view_missing')
  permit(cx, 'read', object)
  if (!own) permitRight(cx, 'settings')
  return { row, object }
}
