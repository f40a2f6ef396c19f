import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { listedFields } from '../list/columns.ts'

const most = 12
const bulky = new Set(['richText', 'json', 'file', 'longText'])

/** The fields by which one judges a record without opening it: what the list shows first, then the further ones. */
export function peekFields(object: CatalogueObject): readonly Field[] {
  const listed = listedFields(object)
  const further = object.fields.filter(
    (field) =>
      !field.system && !bulky.has(field.type) && field.name !== object.title && !listed.includes(field),
  )
  return [...listed, ...further].slice(0, most)
}
