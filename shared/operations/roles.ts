import { type Static, Type } from 'typebox'
import {
  fieldLevels,
  type Permissions,
  rights,
  type Scope,
  scopes,
  verbs,
} from '#shared/access/permissions.ts'
import { contract } from './contract.ts'

const tag = 'Access'
const literals = <const Word extends string>(words: readonly Word[]) =>
  Type.Union(words.map((word) => Type.Literal(word)))
const name = Type.String({ minLength: 1, maxLength: 80 })
const id = Type.Object({ id: Type.String({ format: 'uuid' }) })

const scope = literals(scopes)
const reaches = Object.fromEntries(verbs.map((verb) => [verb, scope]))

/** As `Permissions` of shared/access, objects and fields by their API names. */
export const permissionsSchema = Type.Object(
  {
    usual: Type.Object(reaches, { additionalProperties: false }),
    objects: Type.Record(name, Type.Partial(Type.Object(reaches), { additionalProperties: false })),
    fields: Type.Record(name, Type.Record(name, literals(fieldLevels))),
    rights: Type.Array(literals(rights), { uniqueItems: true }),
  },
  { additionalProperties: false },
)

/** A role as the API gives it; `name` and `description` in the asker's language. */
export interface Role {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly description: string
  /** Whether it came with Kith. */
  readonly shipped: boolean
  /** Members who bear it. */
  readonly members: number
  readonly version: number
  /** Objects and fields by API names; only for who has the right to roles. */
  readonly permissions?: Permissions
}

const roleBody = Type.Object(
  {
    name,
    description: Type.Optional(Type.String({ maxLength: 500 })),
    permissions: permissionsSchema,
  },
  { additionalProperties: false },
)
export type NewRole = Omit<Static<typeof roleBody>, 'permissions'> & { readonly permissions: Permissions }
export type RoleChange = Partial<NewRole>

/** What somebody may, added up over their roles. */
export interface OwnAccess {
  readonly permissions: Permissions
  readonly roles: readonly { readonly id: string; readonly key: string; readonly name: string }[]
  readonly teams: readonly string[]
}

export const listRolesContract = contract({
  name: 'role.list',
  method: 'GET',
  path: '/roles',
  summary: 'The roles of the workspace; what each permits is told to who may change roles',
  tag,
})
export const createRoleContract = contract({
  name: 'role.create',
  method: 'POST',
  path: '/roles',
  summary: 'Makes a role that gives no more than its maker has',
  tag,
  body: roleBody,
  status: 201,
  permission: 'roles',
  errors: ['invalid_input', 'name_taken', 'beyond_own_access'],
})
export const updateRoleContract = contract({
  name: 'role.update',
  method: 'PATCH',
  path: '/roles/:id',
  summary: 'Changes what the body names of a role; If-Match refuses over another’s change',
  tag,
  params: id,
  body: Type.Partial(roleBody, { additionalProperties: false }),
  permission: 'roles',
  errors: [
    'invalid_input',
    'role_missing',
    'role_protected',
    'name_taken',
    'beyond_own_access',
    'version_conflict',
  ],
})
export const deleteRoleContract = contract({
  name: 'role.delete',
  method: 'DELETE',
  path: '/roles/:id',
  summary: 'Takes away a role that nobody bears',
  tag,
  params: id,
  status: 204,
  permission: 'roles',
  errors: ['role_missing', 'role_protected', 'role_in_use', 'beyond_own_access'],
})
export const listAssignmentsContract = contract({
  name: 'roleAssignment.list',
  method: 'GET',
  path: '/role-assignments',
  summary: 'Who bears which roles',
  tag,
  permission: 'people',
})
export const assignRolesContract = contract({
  name: 'roleAssignment.set',
  method: 'PUT',
  path: '/role-assignments/:id',
  summary: 'Gives a member these roles in place of those they have',
  tag,
  params: id,
  names: { object: 'user', record: 'id' },
  body: Type.Object(
    { roleIds: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 50, uniqueItems: true }) },
    { additionalProperties: false },
  ),
  permission: 'people',
  errors: ['record_missing', 'role_missing', 'beyond_own_access', 'last_administrator', 'policy_locks_out'],
})
export const ownAccessContract = contract({
  name: 'access.own',
  method: 'GET',
  path: '/access',
  summary: 'What the asker may see and do, added up over their roles',
  tag,
})
export const explainContract = contract({
  name: 'access.explain',
  method: 'GET',
  path: '/access/explain',
  summary: 'What a member may do with a record, and which rule says so',
  tag,
  names: { object: { name: 'object' }, record: 'id' },
  query: Type.Object(
    {
      user: Type.Optional(Type.String({ format: 'uuid' })),
      object: name,
      id: Type.String({ format: 'uuid' }),
    },
    { additionalProperties: false },
  ),
  errors: ['unknown_object', 'record_missing', 'not_permitted'],
})

export type ExplainedVerb = 'read' | 'update' | 'delete' | 'transfer' | 'export'

/**
 * By verb: whether it is allowed, how far the roles reach, and by what this record is within that reach. `by` is empty where
 * every record is. `id` names the team or the sharing rule.
 */
export type Explanation = Readonly<
  Record<
    ExplainedVerb,
    {
      readonly allowed: boolean
      readonly scope: Scope
      readonly by: readonly {
        readonly kind: 'owner' | 'team' | 'rule' | 'share' | 'about'
        readonly id?: string
      }[]
    }
  >
>
