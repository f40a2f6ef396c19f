import type { Permissions, Scope, Verb } from '#shared/access/permissions.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** A role's permissions as they are being changed, by keys, and by whom. */
export interface Editing {
  readonly permissions: Permissions
  /** What the person who changes them has: more cannot be given. */
  readonly own: Permissions
  /** Whether they may only be looked at. */
  readonly locked: boolean
  readonly change: (next: (before: Permissions) => Permissions) => void
}

/** What is set at once: one cell, a whole row, a whole column. No object: what is usual. */
export type Place =
  | { readonly kind: 'cell'; readonly object: CatalogueObject | undefined; readonly verb: Verb }
  | { readonly kind: 'row'; readonly object: CatalogueObject | undefined }
  | { readonly kind: 'column'; readonly verb: Verb }

/** Undefined: as usual. */
export type Chosen = Scope | undefined
