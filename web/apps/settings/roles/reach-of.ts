import type { Permissions, Scope, Verb } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** The key of no object: of which nothing but the usual is said. */
const anyOther = '*'

/** How far a verb reaches in an object's records, or (no object) in those of all that nothing else is said of. */
export const reachOf = (permissions: Permissions, object: CatalogueObject | undefined, verb: Verb): Scope =>
  scopeOf(permissions, object?.key ?? anyOther, verb)
