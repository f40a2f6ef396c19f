import {
  buildCatalogue,
  type Catalogue,
  type CatalogueObject,
  type Field,
} from '#shared/metadata/catalogue.ts'
import type { StoredField, StoredObject } from '#shared/metadata/definition.ts'
import { maskable } from './mask.ts'
import type { Permissions } from './permissions.ts'
import { levelOf, scopeOf } from './scope-of.ts'

type Known = StoredField & Pick<Field, 'masked'>

/**
 * The catalogue as somebody with these permissions may know it: what they cannot read is not there, so that nothing
 * that goes by the catalogue (fields, includes, filters, sorts, groups, searches, errors with their suggestions) can
 * tell of it. A relation to what is not there is not there either. The same catalogue where nothing is kept from them.
 */
export function restricted(catalogue: Catalogue, permissions: Permissions): Catalogue {
  const open = catalogue.objects.filter(({ key }) => scopeOf(permissions, key, 'read') !== 'none')
  const names = new Set(open.map(({ name }) => name))
  const parts = open.map((object) => ({ object, fields: fieldsFor(object, permissions, names) }))
  const withheld = new Map(open.map((object) => [object.key, withheldFrom(object, permissions)]))
  const whole = parts.every(({ object, fields }) => {
    const all = declaredIn(object)
    if (withheld.get(object.key)!.size > 0) return false
    return fields.length === all.length && fields.every((field, index) => field === all[index])
  })
  if (whole && open.length === catalogue.objects.length) return catalogue
  return buildCatalogue(
    catalogue.version,
    parts.map(({ object, fields }) => shown(object, fields)),
    withheld,
  )
}

/** Of what every record has a pool hides some; roles say nothing of it. */
const withheldFrom = ({ key, fields }: CatalogueObject, permissions: Permissions): ReadonlySet<string> =>
  new Set(
    fields.flatMap((field) =>
      field.system && levelOf(permissions, key, field.key) === 'hidden' ? [field.key] : [],
    ),
  )

const declaredIn = ({ fields }: CatalogueObject): Known[] => fields.filter(({ system }) => !system)

function fieldsFor(
  object: CatalogueObject,
  permissions: Permissions,
  readable: ReadonlySet<string>,
): Known[] {
  return declaredIn(object).flatMap((field): Known[] => {
    const level = levelOf(permissions, object.key, field.key)
    if (level === 'hidden' || (level === 'masked' && !maskable.has(field.type))) return []
    if (field.to !== undefined && !readable.has(field.to)) return []
    if (level === 'edit') return [field]
    return [{ ...field, readOnly: true, ...(level === 'masked' && { masked: true }) }]
  })
}

/** An object with some of its fields: its layout names no other. */
function shown(object: CatalogueObject, fields: readonly Known[]): StoredObject {
  const { columns, sections, rateDate, ...rest } = object
  const left = new Set(fields.map(({ name }) => name))
  const gone = new Set(declaredIn(object).flatMap(({ name }) => (left.has(name) ? [] : [name])))
  const kept = (names: readonly string[]): string[] => names.filter((name) => !gone.has(name))
  return {
    ...rest,
    fields,
    ...(columns !== undefined && { columns: kept(columns) }),
    ...(sections !== undefined && {
      sections: sections.map((section) => ({ ...section, fields: kept(section.fields) })),
    }),
    ...(rateDate !== undefined && !gone.has(rateDate) && { rateDate }),
  }
}
