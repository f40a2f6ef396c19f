import { targetOf } from '#shared/expression/resolve.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** A field that a condition is about: the object's own, or one of a record that it points to. */
interface FilterField {
  /** `industry`, `company.industry` */
  readonly path: string
  /** From the relation to the field itself, which is the last. */
  readonly steps: readonly Field[]
  readonly field: Field
  /** The object whose field it is. */
  readonly holder: CatalogueObject
}

export function filterField(
  path: string,
  object: CatalogueObject,
  catalogue: Catalogue,
): FilterField | undefined {
  const steps: Field[] = []
  let holder: CatalogueObject | undefined = object
  let last: CatalogueObject = object
  for (const name of path.split('.')) {
    const field: Field | undefined = holder?.fieldByName.get(name)
    if (holder === undefined || field === undefined) return undefined
    steps.push(field)
    last = holder
    holder = targetOf(field, catalogue)
  }
  const field = steps.at(-1)
  return field && { path, steps, field, holder: last }
}

const unasked: ReadonlySet<string> = new Set(['deletedAt', 'version', 'rank'])

/** The own fields that a person may filter by, in the order of the object. */
export const filterFields = (object: CatalogueObject): readonly Field[] =>
  object.fields.filter((field) => !unasked.has(field.name))

/** The relations whose records' fields can be asked for, with those fields: one level, declared ones. */
export function relatedFields(
  object: CatalogueObject,
  catalogue: Catalogue,
): readonly { readonly relation: Field; readonly fields: readonly FilterField[] }[] {
  return object.fields.flatMap((relation) => {
    const target = targetOf(relation, catalogue)
    if (target === undefined || relation.name === 'createdBy' || relation.name === 'updatedBy') return []
    const fields = target.fields
      .filter((field) => !field.system)
      .map((field) => ({
        path: `${relation.name}.${field.name}`,
        steps: [relation, field],
        field,
        holder: target,
      }))
    return [{ relation, fields }]
  })
}
