import { mayRead, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'

/** SQL: entries `c` that this person may see, as they may see the record that each is about. */
export function visibleChanges(cx: Context): string {
  const { schema } = cx.workspace
  const conditions = cx.workspace.catalogue().objects.flatMap((object) => {
    if (!mayRead(cx, object)) return [`c.object <> '${object.key}'`]
    const rows = visibleRows(cx, object, 't')
    if (rows === undefined) return []
    return [
      `(c.object <> '${object.key}' or exists (select 1 from ${schema}.${quoted(object.table)} t where t.id = c.record and ${rows}))`,
    ]
  })
  return conditions.length === 0 ? 'true' : conditions.join(' and ')
}
