import type { Permissions } from '#shared/access/permissions.ts'
import { restricted } from '#shared/access/restrict.ts'
import { administrator, shippedRoles } from '#shared/access/shipped-roles.ts'
import type { SyntaxNode } from '#shared/expression/index.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { noteHidden } from './hidden-fields.ts'

/** A rule that shares records of an object with somebody. */
export interface SharingRule {
  readonly id: string
  readonly objectKey: string
  /** An expression by field keys, as `toStored` gives it. */
  readonly condition: SyntaxNode
  readonly level: ShareLevel
}

export type ShareLevel = 'read' | 'edit'

/** What one person may see and do in a workspace, as of now. */
export interface Access {
  readonly permissions: Permissions
  /** Null of the system, and of programs that act for nobody. */
  readonly userId: string | null
  /** Their main team and further ones. */
  readonly teams: readonly string[]
  /** These and all teams below. */
  readonly teamsAndBelow: readonly string[]
  /** The names under which sharing reaches them: `user:ID`, `team:ID`, `teamAndBelow:ID`, `role:ID`, `everybody`. */
  readonly grantees: readonly string[]
  readonly rules: readonly SharingRule[]
  /** Keys of the objects of which single records are shared with somebody. */
  readonly sharedObjects: ReadonlySet<string>
}

const everything: Permissions = shippedRoles.find(({ key }) => key === administrator)!.permissions

/** What the system may: everything. */
export const unlimited: Access = accessOfNobody(everything)

/** Permissions without a person: nothing is their own, nothing is shared with them. */
export function accessOfNobody(permissions: Permissions): Access {
  return {
    permissions,
    userId: null,
    teams: [],
    teamsAndBelow: [],
    grantees: [],
    rules: [],
    sharedObjects: new Set(),
  }
}

const known = new WeakMap<Permissions, WeakMap<Catalogue, Catalogue>>()

/** A catalogue as these permissions show it; the same one for all who have them, as long as both last. */
export function catalogueFor(permissions: Permissions, catalogue: Catalogue): Catalogue {
  const byCatalogue = known.get(permissions) ?? new WeakMap<Catalogue, Catalogue>()
  known.set(permissions, byCatalogue)
  const found = byCatalogue.get(catalogue)
  if (found !== undefined) return found
  const seen = restricted(catalogue, permissions)
  if (seen !== catalogue) noteHidden(seen, catalogue)
  byCatalogue.set(catalogue, seen)
  return seen
}
