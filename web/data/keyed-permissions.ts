import type { Permissions } from '#shared/access/permissions.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

type Rename = (object: CatalogueObject | undefined, name: string) => string

/** Permissions as the API gives them → by keys, as shared/access reads them. What the catalogue does not know keeps its name. */
export const keyedPermissions = (named: Permissions, { find }: Catalogue): Permissions =>
  renamed(
    named,
    find,
    ({ key }) => key,
    (object, name) => object?.fieldByName.get(name)?.key ?? name,
  )

/** The way back. */
export const namedPermissions = (keyed: Permissions, { byKey }: Catalogue): Permissions =>
  renamed(
    keyed,
    byKey,
    ({ name }) => name,
    (object, key) => object?.fieldByKey.get(key)?.name ?? key,
  )

function renamed(
  permissions: Permissions,
  find: (name: string) => CatalogueObject | undefined,
  nameOf: (object: CatalogueObject) => string,
  field: Rename,
): Permissions {
  const entries = <T, U>(
    members: Readonly<Record<string, T>>,
    value: (member: T, object: CatalogueObject | undefined) => U,
  ): Record<string, U> =>
    Object.fromEntries(
      Object.entries(members).map(([name, member]) => {
        const object = find(name)
        return [object === undefined ? name : nameOf(object), value(member, object)]
      }),
    )
  return {
    ...permissions,
    objects: entries(permissions.objects, (scopes) => scopes),
    fields: entries(permissions.fields, (levels, object) =>
      Object.fromEntries(Object.entries(levels).map(([name, level]) => [field(object, name), level])),
    ),
  }
}
