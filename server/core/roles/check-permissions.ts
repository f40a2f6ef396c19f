import { unknownField } from '#server/core/records/projection.ts'
import { levelRefusal } from '#shared/access/level-refusal.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import { type Issue, invalidInput } from '#shared/errors.ts'
import type { Language } from '#shared/language.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'

/**
 * Permissions as somebody wrote them, by names → by keys.
 * @throws AppError with an issue for each object or field that is not there, and each level that a field cannot have
 */
export function checkPermissions(given: Permissions, catalogue: Catalogue, language: Language): Permissions {
  const issues: Issue[] = []
  const keyed = <T, U>(
    member: 'objects' | 'fields',
    entries: Readonly<Record<string, T>>,
    read: (object: CatalogueObject, value: T, path: string) => U,
  ): Record<string, U> =>
    Object.fromEntries(
      Object.entries(entries).flatMap(([name, value]) => {
        const object = catalogue.find(name)
        const path = `/permissions/${member}/${name}`
        if (object !== undefined) return [[object.key, read(object, value, path)]]
        const known = catalogue.objects.map((other) => other.name)
        const parameters = { name, suggestion: nearest(name, known) }
        issues.push({ path, code: 'unknown_object', parameters })
        return []
      }),
    )
  const objects = keyed('objects', given.objects, (_, scopes) => scopes)
  const permissions = { ...given, objects, fields: {} }
  const fields = keyed('fields', given.fields, (object, levels, path) =>
    Object.fromEntries(
      Object.entries(levels).flatMap(([name, level]) => {
        const field = object.fieldByName.get(name)
        const place = `${path}/${name}`
        if (field === undefined || field.system) {
          issues.push({
            path: place,
            code: 'unknown_field',
            parameters: unknownField(object, name).parameters,
          })
          return []
        }
        const creates = scopeOf(permissions, object.key, 'create') !== 'none'
        const code = levelRefusal(object, field, level, creates)
        if (code !== undefined)
          issues.push({ path: place, code, parameters: { label: field.label[language] } })
        return [[field.key, level]]
      }),
    ),
  )
  if (issues.length > 0) throw invalidInput(issues)
  return { ...permissions, fields }
}
