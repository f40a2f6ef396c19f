import type { Permissions } from '#shared/access/permissions.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

/** Permissions with objects and fields by today's API names; what is gone is left out. */
export function namedPermissions(permissions: Permissions, catalogue: Catalogue): Permissions {
  const named = <T, U>(
    entries: Readonly<Record<string, T>>,
    print: (object: CatalogueObject, value: T) => U,
  ): Record<string, U> =>
    Object.fromEntries(
      Object.entries(entries).flatMap(([key, value]) => {
        const object = catalogue.byKey(key)
        return object === undefined ? [] : [[object.name, print(object, value)]]
      }),
    )
  return {
    ...permissions,
    objects: named(permissions.objects, (_, scopes) => scopes),
    fields: named(permissions.fields, (object, levels) =>
      Object.fromEntries(
        Object.entries(levels).flatMap(([key, level]) => {
          const field = object.fieldByKey.get(key)
          return field === undefined ? [] : [[field.name, level]]
        }),
      ),
    ),
  }
}
