import { quote } from '#shared/expression/print.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'

const persons = 'contact'

/** The contacts of a record: those that point to it, or to the company that it points to; undefined where there can be none. */
export function peopleFilter(
  catalogue: Catalogue,
  object: CatalogueObject,
  record: RecordData,
): string | undefined {
  if (object.name === persons) return `id in (${quote(record.id)})`
  const own = fieldTo(object)
  if (own !== undefined) return `${own} in (${quote(record.id)})`
  const filters = object.fields.flatMap((field) => {
    const id = record[field.wire]
    if (field.system || field.type !== 'relation' || typeof id !== 'string') return []
    if (field.to === persons) return [`id in (${quote(id)})`]
    const wire = fieldTo(catalogue.find(field.to ?? ''))
    return wire === undefined ? [] : [`${wire} in (${quote(id)})`]
  })
  return filters.length === 0 ? undefined : filters.join(' or ')
}

/** Name of the contacts' relation to an object. */
const fieldTo = (object: CatalogueObject | undefined): string | undefined =>
  object?.inverses.find((inverse) => inverse.object === persons)?.field.wire
