import { linkingTypes } from '#shared/fields/file-links.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** Key of the object whose records are files. */
export const fileObject = 'file'

const known = new WeakMap<CatalogueObject, readonly Field[]>()

/** Fields of an object that may carry files: of their type, lists of them, and texts that link to them. */
export function fileCarriers(object: CatalogueObject, catalogue: Catalogue): readonly Field[] {
  const found = known.get(object)
  if (found !== undefined) return found
  const carriers = object.fields.filter(({ type, to, system }) => {
    if (system) return false
    if (type === 'file' || linkingTypes.has(type)) return true
    return (type === 'relation' || type === 'relations') && catalogue.find(to ?? '')?.key === fileObject
  })
  known.set(object, carriers)
  return carriers
}
