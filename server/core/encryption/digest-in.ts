import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { canonical } from './canonical.ts'

/** Gives the keyed digest that an encrypted field has where it holds a value. */
export const digestIn =
  (workspace: Workspace) =>
  (object: CatalogueObject, field: Field, value: unknown): string =>
    workspace.keys().digest(canonical(field.type, value), { object: object.key, field: field.key })
