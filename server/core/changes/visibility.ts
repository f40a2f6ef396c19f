import { catalogueOf, hiddenFields, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Parameters, quoted } from '#server/core/expression/scope.ts'

/**
 * SQL: entries `c` that this person may see, as they may see the record that each is about; one that tells of hidden fields
 * alone is none.
 */
export function visibleChanges(cx: Context, parameters: Parameters): string {
  const { schema } = cx.workspace
  const seen = catalogueOf(cx)
  const hidden = hiddenFields(seen)
  const known = cx.workspace.catalogue().objects
  const open: string[] = []
  const conditions = known.flatMap(({ key }) => {
    const object = seen.byKey(key)
    if (object === undefined) return [`c.object <> '${key}'`]
    const keys = hidden.get(key)
    const rows = visibleRows(cx, object, 't', parameters)
    if (rows === undefined) open.push(key)
    return [
      ...(keys === undefined
        ? []
        : [
            `(c.object <> '${key}' or c.action <> 'update' or c.after - ${parameters.add([...keys], 'text[]')} <> '{}')`,
          ]),
      ...(rows === undefined
        ? []
        : [
            `(c.object <> '${key}' or exists (select 1 from ${schema}.${quoted(object.table)} t where t.id = c.record and ${rows}))`,
          ]),
    ]
  })
  if (conditions.length === 0) return 'true'
  const all = parameters.add(
    known.map(({ key }) => key),
    'text[]',
  )
  return [
    ...conditions,
    // Of an object that is gone nobody can tell any more who might have seen it.
    `c.object = any(${all})`,
    `(c.action <> 'link' or coalesce(c.after, c.before) ->> 'object' = any(${parameters.add(open, 'text[]')}))`,
  ].join(' and ')
}
