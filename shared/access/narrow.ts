import {
  type FieldLevel,
  fieldLevels,
  type ObjectPermissions,
  type Permissions,
  type Scope,
  scopes,
  type Verb,
  verbs,
} from './permissions.ts'
import { levelOf } from './scope-of.ts'

/** What of somebody's permissions a program is handed. Whatever is not said is all that they may. */
export interface Narrowing {
  /** Of one role; null of none. */
  readonly role: Permissions | null
  /** Nothing is written, and no right is borne. */
  readonly readOnly: boolean
  /** Keys of the objects beside which nothing is there; null of all. Rights are about more than objects: none is borne. */
  readonly objects: readonly string[] | null
}

const lesser = <Word>(order: readonly Word[], one: Word, other: Word): Word =>
  order.indexOf(one) < order.indexOf(other) ? one : other

const looking: ReadonlySet<Verb> = new Set(['read', 'export'])

/**
 * What is allowed by these permissions and by what narrows them, never more than either. Files are brought in by people alone: an
 * import runs later, as the member whom a key acts for.
 */
export function narrowed(own: Permissions, { role, readOnly, objects }: Narrowing): Permissions {
  const saidOf = (permissions: Permissions, object: string | null, verb: Verb): Scope =>
    (object === null ? undefined : permissions.objects[object]?.[verb]) ?? permissions.usual[verb]
  const reach = (object: string | null, verb: Verb): Scope => {
    if (verb === 'import' || (readOnly && !looking.has(verb))) return 'none'
    if (objects !== null && (object === null || !objects.includes(object))) return 'none'
    const said = saidOf(own, object, verb)
    return role === null ? said : lesser(scopes, said, saidOf(role, object, verb))
  }
  const permissionsOf = (object: string | null): ObjectPermissions =>
    Object.fromEntries(verbs.map((verb) => [verb, reach(object, verb)])) as Record<Verb, Scope>
  const parts = role === null ? [own] : [own, role]
  const named = (of: (permissions: Permissions) => object) =>
    new Set(parts.flatMap((part) => Object.keys(of(part))))
  return {
    usual: permissionsOf(null),
    objects: Object.fromEntries(
      [...named((part) => part.objects), ...(objects ?? [])].map((object) => [object, permissionsOf(object)]),
    ),
    fields: Object.fromEntries(
      [...named((part) => part.fields)].map((object) => [object, lowestLevels(parts, object)]),
    ),
    rights:
      readOnly || objects !== null
        ? []
        : own.rights.filter((right) => role?.rights.includes(right) !== false),
  }
}

function lowestLevels(parts: readonly Permissions[], object: string): Record<string, FieldLevel> {
  const names = new Set(parts.flatMap((part) => Object.keys(part.fields[object] ?? {})))
  const lowest = (field: string): FieldLevel =>
    parts.map((part) => levelOf(part, object, field)).reduce((one, other) => lesser(fieldLevels, one, other))
  return Object.fromEntries([...names].map((field) => [field, lowest(field)]))
}
