import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Label, Language } from '#shared/language.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View, ViewKind } from '#shared/metadata/view.ts'
import { fromStoredDefinition, type StoredDefinition } from './stored-definition.ts'

/** A row of `_view`, without its object. */
export interface ViewRow {
  readonly id: string
  readonly object_key: string
  readonly name: string
  /** Of one that came with Kith, as long as nobody gave it another name. */
  readonly label: Label | null
  readonly kind: ViewKind
  readonly shared: boolean
  readonly owner_id: string | null
  readonly position: string
  /** JSON of a StoredDefinition: it left this process in this form. */
  readonly definition: StoredDefinition
  readonly version: number
}

export const viewColumns =
  'id, object_key, name, label, kind, shared, owner_id, position, definition, version'

/** What somebody who speaks a language calls a view. */
export const nameOf = ({ name, label }: ViewRow, language: Language): string => label?.[language] ?? name

/** A view as the API gives it, by today's names. */
export function presentView(cx: Context, object: CatalogueObject, row: ViewRow): View {
  const catalogue = catalogueOf(cx)
  const { id, kind, shared, position, version } = row
  return {
    id,
    object: object.name,
    name: nameOf(row, cx.language),
    kind,
    shared,
    ownerId: row.owner_id,
    position,
    ...fromStoredDefinition(
      row.definition,
      catalogue,
      object,
      cx.language,
      catalogue !== cx.workspace.catalogue(),
    ),
    version,
  }
}
