import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'

/** Belong to one record alone. */
const ownAlone: ReadonlySet<FieldTypeName> = new Set(['file', 'autoNumber'])

/**
 * What a second record like this one begins with: all that a person can write, but for what must be unique, files and
 * numbers. `title` is the name of the copy.
 */
export function duplicateValues(
  object: CatalogueObject,
  record: RecordData,
  title: string,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const field of object.fields) {
    const value = record[field.wire]
    const owned = field.system && field.name !== 'owner' && field.name !== 'currency'
    if (!field.writable || owned || field.unique === true || ownAlone.has(field.type)) continue
    if (value !== null && value !== undefined) values[field.wire] = value
  }
  if (object.titleField.type === 'text' && object.titleField.unique !== true)
    values[object.titleField.wire] = title.slice(0, object.titleField.maxLength ?? title.length)
  return values
}
