import { isDeepStrictEqual } from 'node:util'
import { quoted } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { combined } from '#shared/access/combine.ts'
import type { KeyGrant } from '#shared/access/key-grant.ts'
import { type Narrowing, narrowed } from '#shared/access/narrow.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import type { SyntaxNode } from '#shared/expression/index.ts'
import type { Access, ShareLevel, SharingRule } from './access.ts'

interface Role {
  readonly id: string
  readonly key: string
  readonly permissions: Permissions
}

interface GrantedRule extends SharingRule {
  readonly grantee: string
}

interface Loaded {
  readonly roles: readonly Role[]
  /** Roles by member. */
  readonly assignments: Readonly<Record<string, readonly string[]>>
  /** Teams by member, the main one among them. */
  readonly members: Readonly<Record<string, readonly string[]>>
  /** The team above, by team. */
  readonly parents: Readonly<Record<string, string | null>>
  readonly rules: readonly {
    readonly id: string
    readonly object_key: string
    readonly condition: SyntaxNode
    readonly grantee: string
    readonly level: ShareLevel
  }[]
  readonly sharedObjects: readonly string[]
}

/** Who has which roles and teams in a workspace, and what is shared, as it was when it was read. */
export class AccessState {
  readonly #loaded: Loaded
  readonly #rules: readonly GrantedRule[]
  readonly #sharedObjects: ReadonlySet<string>
  readonly #below: ReadonlyMap<string, readonly string[]>
  readonly #roles: ReadonlyMap<string, Role>
  // Whoever bears the same roles shares one set of permissions, and with it one catalogue.
  readonly #permissions: Map<string, Permissions>
  readonly #access = new Map<string, Access>()

  /** @param former whose permissions are taken over where the roles are the same: plans and catalogues are kept by them */
  constructor(loaded: Loaded, former?: AccessState) {
    this.#loaded = loaded
    this.#rules = loaded.rules.map(({ object_key, ...rule }) => ({ ...rule, objectKey: object_key }))
    this.#sharedObjects = new Set(loaded.sharedObjects)
    this.#roles = new Map(loaded.roles.map((role) => [role.id, role]))
    this.#below = childrenOf(loaded.parents)
    const same = former !== undefined && isDeepStrictEqual(former.#loaded.roles, loaded.roles)
    this.#permissions = same ? former.#permissions : new Map()
  }

  /** Of somebody who has no role: nothing. @param grant of the key that they ask by */
  accessOf(userId: string, grant?: KeyGrant): Access {
    const key = grant === undefined ? userId : `${userId} ${JSON.stringify(grant)}`
    const known = this.#access.get(key)
    if (known !== undefined) return known
    const made = this.#make(userId, grant)
    this.#access.set(key, made)
    return made
  }

  rolesOf(userId: string): readonly string[] {
    return (this.#loaded.assignments[userId] ?? []).filter((id) => this.#roles.has(id))
  }

  #make(userId: string, grant?: KeyGrant): Access {
    const { members, parents } = this.#loaded
    const roles = this.rolesOf(userId)
    const teams = members[userId] ?? []
    const grantees = [
      'everybody',
      `user:${userId}`,
      // What is shared with another of their roles is not for a key that acts by one.
      ...roles.filter((id) => (grant?.roleId ?? id) === id).map((id) => `role:${id}`),
      ...teams.map((id) => `team:${id}`),
      ...new Set(teams.flatMap((id) => [...upwards(id, parents)]).map((id) => `teamAndBelow:${id}`)),
    ]
    const reached = new Set(grantees)
    return {
      permissions: this.#permissionsOf(roles, grant),
      userId,
      teams,
      teamsAndBelow: downwards(teams, this.#below),
      grantees,
      rules: this.#rules.filter(({ grantee }) => reached.has(grantee)),
      sharedObjects: this.#sharedObjects,
    }
  }

  #permissionsOf(roles: readonly string[], grant?: KeyGrant): Permissions {
    const key = `${roles.toSorted().join(' ')} ${JSON.stringify(grant ?? null)}`
    const known = this.#permissions.get(key)
    if (known !== undefined) return known
    const whole = combined(roles.map((id) => this.#roles.get(id)!.permissions))
    const permissions = grant === undefined ? whole : narrowed(whole, this.#narrowing(grant))
    this.#permissions.set(key, permissions)
    return permissions
  }

  /** Of a role that is gone nothing is left. */
  #narrowing({ roleId, readOnly, objects }: KeyGrant): Narrowing {
    const role = roleId === null ? null : (this.#roles.get(roleId)?.permissions ?? combined([]))
    return { role, readOnly, objects }
  }
}

function childrenOf(parents: Loaded['parents']): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>()
  for (const [team, parent] of Object.entries(parents)) {
    if (parent === null) continue
    const siblings = children.get(parent) ?? []
    children.set(parent, siblings)
    siblings.push(team)
  }
  return children
}

/** Teams and all below them. A circle, which a tree of teams may have for a moment, ends where it began. */
function downwards(teams: readonly string[], below: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set(teams)
  for (const team of found) for (const child of below.get(team) ?? []) found.add(child)
  return [...found]
}

function upwards(team: string, parents: Loaded['parents']): Set<string> {
  const found = new Set<string>()
  for (let at: string | null | undefined = team; at != null && !found.has(at); at = parents[at]) found.add(at)
  return found
}

/** Reads it with the workspace's own role. */
export async function loadAccessState(workspace: Workspace, former?: AccessState): Promise<AccessState> {
  const { schema } = workspace
  const text = `select json_build_object(
      'roles', (select coalesce(json_agg(json_build_object('id', id, 'key', key, 'permissions', permissions)), '[]') from ${schema}._role),
      'assignments', (select coalesce(json_object_agg(user_id, roles), '{}') from (
        select user_id, json_agg(role_id) as roles from ${schema}._role_assignment group by user_id) a),
      'members', ${membersSql(workspace)},
      'parents', ${parentsSql(workspace)},
      'rules', (select coalesce(json_agg(json_build_object('id', id, 'object_key', object_key, 'condition', condition, 'grantee', grantee, 'level', level) order by id), '[]') from ${schema}._sharing_rule),
      'sharedObjects', (select coalesce(json_agg(distinct object_key), '[]') from ${schema}._record_share)
    ) as state`
  const { rows } = await workspace.pool.query<{ state: Loaded }>({ text })
  return new AccessState(rows[0]!.state, former)
}

function membersSql(workspace: Workspace): string {
  const { schema } = workspace
  const object = workspace.catalogue().byKey('user')
  const main = object?.fieldByKey.get('team')
  if (object === undefined || main === undefined) return `'{}'::json`
  const further = object.fieldByKey.get('teams')
  const table = `${schema}.${quoted(object.table)}`
  const rows = [
    `select id, ${quoted(main.column)} as team from ${table} where ${quoted(main.column)} is not null and deleted_at is null`,
    ...(further?.type === 'relations'
      ? [`select source, target from ${schema}.${quoted(linkTableName(object.key, further.key))}`]
      : []),
  ].join(' union ')
  return `(select coalesce(json_object_agg(id, teams), '{}') from (select id, json_agg(team) as teams from (${rows}) m group by id) m)`
}

function parentsSql(workspace: Workspace): string {
  const object = workspace.catalogue().byKey('team')
  const parent = object?.fieldByKey.get('parent')
  if (object === undefined || parent === undefined) return `'{}'::json`
  const table = `${workspace.schema}.${quoted(object.table)}`
  return `(select coalesce(json_object_agg(id, ${quoted(parent.column)}), '{}') from ${table} where deleted_at is null)`
}
