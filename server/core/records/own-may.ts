import { type RowVerb, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Parameters } from '#server/core/expression/scope.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

const verbs = ['update', 'delete', 'transfer'] as const satisfies readonly RowVerb[]

/** No field can be called so. */
const member = '$may'

/**
 * SQL, JSON: whether who asks may do a verb with the row `alias`, of those verbs of which it depends
 * on the row. Undefined where roles alone say everything.
 */
export function mayJson(
  cx: Context,
  object: CatalogueObject,
  alias: string,
  parameters: Parameters,
): string | undefined {
  const said = verbs.flatMap((verb) => {
    const rows = visibleRows(cx, object, alias, parameters, verb)
    return rows === undefined || rows === 'false' ? [] : [`'${verb}', ${rows} is true`]
  })
  return said.length === 0 ? undefined : `json_build_object(${said.join(', ')})`
}

/** The same as the member `$may` of a record; nothing where there is none. */
export function mayColumn(
  cx: Context,
  object: CatalogueObject,
  alias: string,
  parameters: Parameters,
): string[] {
  const json = mayJson(cx, object, alias, parameters)
  return json === undefined ? [] : [`${json} as "${member}"`]
}
