import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useMay } from './use-may.ts'

const known = new WeakMap<CatalogueObject, CatalogueObject>()

/** An object of which no field is written, where nobody may. */
function readOnly(object: CatalogueObject): CatalogueObject {
  const found = known.get(object)
  if (found !== undefined) return found
  const shown = new Map(
    [...object.fieldByName.values()].map((field): [Field, Field] => [
      field,
      field.writable ? { ...field, writable: false } : field,
    ]),
  )
  const of = (field: Field): Field => shown.get(field) ?? field
  const mapped = (fields: ReadonlyMap<string, Field>) =>
    new Map([...fields].map(([name, one]) => [name, of(one)]))
  const made: CatalogueObject = {
    ...object,
    titleField: of(object.titleField),
    fields: object.fields.map(of),
    fieldByName: mapped(object.fieldByName),
    fieldByWire: mapped(object.fieldByWire),
    fieldByKey: mapped(object.fieldByKey),
  }
  known.set(object, made)
  return made
}

/** The object as it is to be edited: without any field to write for who may change no record of it, or not this one. */
export function useEditable(object: CatalogueObject, allowed = true): CatalogueObject {
  const { may } = useMay()
  return allowed && may(object.name, 'update') ? object : readOnly(object)
}
