import type { Context } from '#server/core/context.ts'
import { type Parameters, quoted } from '#server/core/expression/scope.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { seenOf } from './catalogue-of.ts'
import { fileCarriers, fileObject } from './file-carriers.ts'
import { innerAlias } from './inner-alias.ts'
import type { Way } from './visible-rows.ts'

type Rows = (object: CatalogueObject, alias: string) => string | undefined

/**
 * The ways to a file: one's own upload that no record has used yet, and any record that carries it, or carried it, in a
 * field that this person may know. Each is found by the file, whose uses are few.
 */
export function waysToFile(cx: Context, alias: string, parameters: Parameters, visible: Rows): Way[] {
  const { schema } = cx.workspace
  const uses = innerAlias(alias, 'use')
  const used = `from ${schema}._file_use ${uses} where ${uses}.file = ${alias}.id`
  const { userId } = cx.access
  const own =
    userId === null
      ? `${alias}.created_by = ${parameters.add(cx.actor.id, 'uuid')}`
      : `${alias}.owner_id = ${parameters.add(userId, 'uuid')}`
  const catalogue = seenOf(cx, cx.workspace.catalogue())
  const open: string[] = []
  const limited: string[] = []
  for (const object of catalogue.objects) {
    const fields = object.key === fileObject ? [] : fileCarriers(object, catalogue)
    if (fields.length === 0) continue
    const names = fields.map(({ key }) => `${object.key}.${key}`)
    const carrier = innerAlias(alias, 'carrier')
    const rows = visible(object, carrier)
    if (rows === undefined) open.push(...names)
    else if (rows !== 'false')
      limited.push(
        `(${placeSql(uses)} = any(${parameters.add(names, 'text[]')}) and exists (select from ${schema}.${quoted(object.table)} ${carrier} where ${carrier}.id = ${uses}.record and ${rows}))`,
      )
  }
  const carried = [
    ...(open.length === 0 ? [] : [`${placeSql(uses)} = any(${parameters.add(open, 'text[]')})`]),
    ...limited,
  ]
  return [
    { kind: 'owner', sql: `(${own} and not exists (select ${used}))`, correlated: true },
    ...(carried.length === 0
      ? []
      : [
          {
            kind: 'about' as const,
            sql: `exists (select ${used} and (${carried.join(' or ')}))`,
            correlated: true,
          },
        ]),
  ]
}

const placeSql = (uses: string): string => `${uses}.object_key || '.' || ${uses}.field_key`
