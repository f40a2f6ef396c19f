import { catalogueOf, hiddenFields, seesAll, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Parameters, quoted } from '#server/core/expression/scope.ts'

/**
 * SQL: entries `c` that this person may see, as they may see the record that each is about; one that tells of hidden fields
 * alone is none.
 * @param among keys of the objects of which entries are asked for; all
 */
export function visibleChanges(
  cx: Context,
  parameters: Parameters,
  among: ReadonlySet<string> | undefined = undefined,
): string {
  const { schema } = cx.workspace
  const seen = catalogueOf(cx)
  const hidden = hiddenFields(seen)
  const known = cx.workspace.catalogue().objects.filter(({ key }) => among?.has(key) !== false)
  const conditions = known.flatMap(({ key }) => {
    const object = seen.byKey(key)
    if (object === undefined) return [`c.object <> '${key}'`]
    const keys = hidden.get(key)
    const rows = visibleRows(cx, object, 't', parameters)
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
  if (conditions.length === 0 && among === undefined) return 'true'
  const all = parameters.add(
    known.map(({ key }) => key),
    'text[]',
  )
  const open = seen.objects.filter((object) => seesAll(cx, 'read', object)).map(({ key }) => key)
  return [
    ...conditions,
    // Of an object that is gone nobody can tell any more who might have seen it.
    `c.object = any(${all})`,
    `(c.action <> 'link' or coalesce(c.after, c.before) ->> 'object' = any(${parameters.add(open, 'text[]')}))`,
  ].join(' and ')
}
