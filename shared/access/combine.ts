import {
  type FieldLevel,
  fieldLevels,
  type ObjectPermissions,
  type Permissions,
  rights,
  type Scope,
  scopes,
  type Verb,
  verbs,
} from './permissions.ts'
import { levelOf, scopeOf } from './scope-of.ts'

const most = <Word extends string>(order: readonly Word[], words: readonly Word[]): Word =>
  order[Math.max(0, ...words.map((word) => order.indexOf(word)))]!

const widest = (given: readonly Scope[]): Scope => most(scopes, given)

/** What somebody may who bears all of these roles; without any, nothing. */
export function combined(roles: readonly Permissions[]): Permissions {
  const objects = new Set(roles.flatMap((role) => Object.keys(role.objects)))
  const limited = new Set(roles.flatMap((role) => Object.keys(role.fields)))
  const permissionsOf = (scopeIn: (role: Permissions, verb: Verb) => Scope): ObjectPermissions => {
    const reach = (verb: Verb): Scope => widest(roles.map((role) => scopeIn(role, verb)))
    return Object.fromEntries(verbs.map((verb) => [verb, reach(verb)])) as Record<Verb, Scope>
  }
  return {
    usual: permissionsOf((role, verb) => role.usual[verb]),
    objects: Object.fromEntries(
      [...objects].map((object) => [object, permissionsOf((role, verb) => scopeOf(role, object, verb))]),
    ),
    fields: Object.fromEntries([...limited].map((object) => [object, levelsOf(roles, object)])),
    rights: rights.filter((right) => roles.some((role) => role.rights.includes(right))),
  }
}

/** A role that cannot read an object says nothing of its fields. */
function levelsOf(roles: readonly Permissions[], object: string): Record<string, FieldLevel> {
  const reading = roles.filter((role) => scopeOf(role, object, 'read') !== 'none')
  const names = new Set(reading.flatMap((role) => Object.keys(role.fields[object] ?? {})))
  const levelIn = (field: string): FieldLevel =>
    most(
      fieldLevels,
      reading.map((role) => levelOf(role, object, field)),
    )
  return Object.fromEntries([...names].map((field) => [field, levelIn(field)]))
}
