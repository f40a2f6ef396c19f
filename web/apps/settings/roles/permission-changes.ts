import {
  type FieldLevel,
  type Permissions,
  type Right,
  rights,
  type Scope,
  type Verb,
  verbs,
} from '#shared/access/permissions.ts'
import { withLevel, withRight, withScope } from './change-permissions.ts'

/** What one cell or switch became. `object` is its key, undefined for the usual; an undefined scope is as usual. */
export type PermissionChange =
  | {
      readonly kind: 'scope'
      readonly object: string | undefined
      readonly verb: Verb
      readonly before: Scope | undefined
      readonly after: Scope | undefined
    }
  | {
      readonly kind: 'level'
      readonly object: string
      readonly field: string
      readonly before: FieldLevel
      readonly after: FieldLevel
    }
  | { readonly kind: 'right'; readonly right: Right; readonly before: boolean; readonly after: boolean }

const namesOf = (one: object | undefined, other: object | undefined): string[] => [
  ...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]),
]

/** What differs between two states of a role's permissions, cell by cell. */
export function changesBetween(before: Permissions, after: Permissions): PermissionChange[] {
  if (before === after) return []
  const scopes = [undefined, ...namesOf(before.objects, after.objects)].flatMap((object) => {
    const scopeIn = (of: Permissions, verb: Verb): Scope | undefined =>
      object === undefined ? of.usual[verb] : of.objects[object]?.[verb]
    return verbs.map((verb) => ({
      kind: 'scope' as const,
      object,
      verb,
      before: scopeIn(before, verb),
      after: scopeIn(after, verb),
    }))
  })
  const levels = namesOf(before.fields, after.fields).flatMap((object) =>
    namesOf(before.fields[object], after.fields[object]).map((field) => ({
      kind: 'level' as const,
      object,
      field,
      before: before.fields[object]?.[field] ?? 'edit',
      after: after.fields[object]?.[field] ?? 'edit',
    })),
  )
  const switches = rights.map((right) => ({
    kind: 'right' as const,
    right,
    before: before.rights.includes(right),
    after: after.rights.includes(right),
  }))
  const all: readonly PermissionChange[] = [...scopes, ...levels, ...switches]
  return all.filter((change) => change.before !== change.after)
}

/** The same cells changed in another state of the role: what somebody else saved meanwhile stays, where it is not the same cell. */
export const withChanges = (permissions: Permissions, changes: readonly PermissionChange[]): Permissions =>
  changes.reduce((before, change) => {
    if (change.kind === 'level') return withLevel(before, change.object, change.field, change.after)
    if (change.kind === 'right') return withRight(before, change.right, change.after)
    return withScope(before, change.object, change.verb, change.after)
  }, permissions)

/** Names a cell or switch: two changes of the same one have the same place. */
export const placeOf = (change: PermissionChange): string => {
  if (change.kind === 'right') return change.right
  const { object, kind } = change
  return `${kind} ${object ?? '*'} ${change.kind === 'level' ? change.field : change.verb}`
}
