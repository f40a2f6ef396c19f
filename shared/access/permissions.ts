/**
 * Glossary
 * - permission: what a role lets its bearers do with the records of an object, verb by verb, each with its scope.
 * - scope: whose records a verb reaches. A record belongs to its owner and to the team that it carries.
 * - field level: what a bearer learns of a field and may do with it.
 * - right: what is not about records, such as changing metadata.
 * Roles add up: whatever one of a person's roles allows is allowed.
 */

/** From the narrowest to the widest; each reaches all that the ones before it do. */
export const scopes = ['none', 'own', 'team', 'teamAndBelow', 'all'] as const
export type Scope = (typeof scopes)[number]

/** Making records has no reach of its own: any scope but `none` allows it. */
export const verbs = ['read', 'create', 'update', 'delete', 'transfer', 'export', 'import'] as const
export type Verb = (typeof verbs)[number]

/**
 * From the least to the most. A hidden field is not there; of a masked one a person sees the outline (`138****4477`) and
 * can ask for the rest.
 */
export const fieldLevels = ['hidden', 'masked', 'read', 'edit'] as const
export type FieldLevel = (typeof fieldLevels)[number]

export const rights = ['metadata', 'people', 'roles', 'settings', 'audit'] as const
export type Right = (typeof rights)[number]

export type ObjectPermissions = Readonly<Record<Verb, Scope>>

export interface Permissions {
  /** For objects that `objects` does not name. */
  readonly usual: ObjectPermissions
  /** By the object's key; what is not said of a verb is `usual`. */
  readonly objects: Readonly<Record<string, Readonly<Partial<ObjectPermissions>>>>
  /** By the object's key and the field's; `edit` where nothing is said. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldLevel>>>>
  readonly rights: readonly Right[]
}
