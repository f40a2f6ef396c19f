import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'

/** An object as a pool shows it: its title and the fields of the pool, none of which is written there. */
export function poolObject(object: CatalogueObject, pool: Pick<Pool, 'fields'>): CatalogueObject {
  const shown = (field: Field): Field => (field.writable ? { ...field, writable: false } : field)
  const titleField = shown(object.titleField)
  const others = pool.fields.flatMap((name) => {
    const field = object.fieldByName.get(name)
    return field === undefined || field.name === object.title ? [] : [shown(field)]
  })
  const fields = [titleField, ...others]
  return {
    ...object,
    titleField,
    fields,
    columns: fields.map(({ name }) => name),
    fieldByName: new Map(fields.map((field) => [field.name, field])),
    fieldByWire: new Map(fields.map((field) => [field.wire, field])),
    fieldByKey: new Map(fields.map((field) => [field.key, field])),
  }
}
