import {
  type FieldLevel,
  type Permissions,
  type Right,
  rights,
  type Scope,
  type Verb,
  verbs,
} from '#shared/access/permissions.ts'

/** Verbs without a reach of their own: allowed, or not. */
const reachless: ReadonlySet<Verb> = new Set(['create', 'import'])

export const hasReach = (verb: Verb): boolean => !reachless.has(verb)

/** What a verb can be given: `all` says that it is allowed where it has no reach. */
const asGiven = (verb: Verb, scope: Scope): Scope => (hasReach(verb) || scope === 'none' ? scope : 'all')

/**
 * Permissions by keys with one scope changed, of an object or (undefined) of all that are usual. What is given as it is
 * usual anyway, or undefined, is usual from then on.
 */
export function withScope(
  permissions: Permissions,
  object: string | undefined,
  verb: Verb,
  scope: Scope | undefined,
): Permissions {
  const { usual, objects } = permissions
  if (object === undefined)
    return scope === undefined
      ? permissions
      : { ...permissions, usual: { ...usual, [verb]: asGiven(verb, scope) } }
  const { [verb]: _, ...rest } = objects[object] ?? {}
  const given = scope === undefined ? undefined : asGiven(verb, scope)
  const own = given === undefined || given === usual[verb] ? rest : { ...rest, [verb]: given }
  return { ...permissions, objects: withMember(objects, object, own) }
}

/** One scope for every verb of an object, or of all that are usual; undefined: as usual. */
export const withRow = (
  permissions: Permissions,
  object: string | undefined,
  scope: Scope | undefined,
): Permissions => verbs.reduce((before, verb) => withScope(before, object, verb, scope), permissions)

/** One scope of a verb for every object: none differs any more. */
export const withColumn = (permissions: Permissions, verb: Verb, scope: Scope): Permissions =>
  Object.keys(permissions.objects).reduce(
    (before, object) => withScope(before, object, verb, undefined),
    withScope(permissions, undefined, verb, scope),
  )

/** `edit` is what nothing needs to be said of. */
export function withLevel(
  permissions: Permissions,
  object: string,
  field: string,
  level: FieldLevel,
): Permissions {
  const { [field]: _, ...rest } = permissions.fields[object] ?? {}
  const own = level === 'edit' ? rest : { ...rest, [field]: level }
  return { ...permissions, fields: withMember(permissions.fields, object, own) }
}

export const withRight = (permissions: Permissions, right: Right, has: boolean): Permissions => ({
  ...permissions,
  rights: rights.filter((one) => (one === right ? has : permissions.rights.includes(one))),
})

/** A member of which nothing is said any more is not there. */
function withMember<T extends object>(
  members: Readonly<Record<string, T>>,
  name: string,
  member: T,
): Readonly<Record<string, T>> {
  const { [name]: _, ...others } = members
  return Object.keys(member).length === 0 ? others : { ...members, [name]: member }
}
