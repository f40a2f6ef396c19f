import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { fileObject } from './file-carriers.ts'
import { innerAlias } from './inner-alias.ts'
import type { RowVerb } from './visible-rows.ts'

/** What happened and what is to do is seen by whoever sees the record that it is about; by keys of object and field. */
const seenThrough: Readonly<Record<string, string>> = { activity: 'regarding', task: 'regarding' }

type Rows = (object: CatalogueObject, alias: string) => string | undefined

/** SQL: one of the records that the row is about can be seen; undefined where that opens nothing. */
export function throughSql(
  cx: Context,
  verb: RowVerb,
  object: CatalogueObject,
  alias: string,
  visible: Rows,
): string | undefined {
  const field = object.fieldByKey.get(seenThrough[object.key] ?? '')
  if (field?.type !== 'anyRecord' || !(verb === 'read' || verb === 'export')) return undefined
  const column = `${alias}.${quoted(field.column)}`
  const items =
    field.multiple === true
      ? `jsonb_array_elements(${column}) about(record)`
      : `(values (${column})) about(record)`
  const { schema } = cx.workspace
  const tests = cx.workspace.catalogue().objects.flatMap((other): string[] => {
    // A file is itself seen through what carries it.
    if (other.key in seenThrough || other.key === fileObject) return []
    const seen = innerAlias(alias, 'about')
    const rows = visible(other, seen)
    if (rows === 'false') return []
    const named = `about.record ->> 'object' = '${other.key}'`
    if (rows === undefined) return [`(${named})`]
    return [
      `(${named} and exists (select from ${schema}.${quoted(other.table)} ${seen} where ${seen}.id = (about.record ->> 'id')::uuid and ${rows}))`,
    ]
  })
  if (tests.length === 0) return undefined
  return `exists (select from ${items} where ${tests.join(' or ')})`
}
