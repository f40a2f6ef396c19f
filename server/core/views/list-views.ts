import { catalogueOf, permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { View } from '#shared/metadata/view.ts'
import { presentView, type ViewRow, viewColumns } from './view-row.ts'

/** The asker's own views of an object and the shared ones, in their order. @throws AppError `unknown_object` */
export async function listViews(cx: Context, name: string): Promise<View[]> {
  const object = catalogueOf(cx).object(name)
  permit(cx, 'read', object)
  const { rows } = await cx.workspace.pool.query<ViewRow>({
    text: `select ${viewColumns} from ${cx.workspace.schema}._view
            where object_key = $1 and (shared or owner_id = $2) order by position, created_at, id`,
    values: [object.key, cx.actor.userId],
  })
  return rows.map((row) => presentView(cx, object, row))
}
