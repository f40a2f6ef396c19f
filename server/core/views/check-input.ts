import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { invalidInput } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { aViewDefinition } from '#shared/metadata/check-view.ts'
import { aText, collect } from '#shared/metadata/report.ts'
import type { StoredDefinition } from './stored-definition.ts'
import { toStoredDefinition } from './stored-definition.ts'

interface Given {
  readonly name?: unknown
  readonly definition?: unknown
}

/** What of a view's input has rules beyond its contract. @throws AppError with an issue for each part that is refused */
export function checkInput(
  cx: Context,
  object: CatalogueObject,
  given: Given,
): { readonly name: string | undefined; readonly definition: StoredDefinition | undefined } {
  const { issues, report } = collect()
  const name = given.name === undefined ? undefined : aText(100)(given.name, '/name', report)
  const definition =
    given.definition === undefined ? undefined : aViewDefinition(given.definition, '/definition', report)
  const kept = definition && toStoredDefinition(definition, catalogueOf(cx), object)
  const all = [...issues, ...(kept?.issues ?? [])]
  if (all.length > 0) throw invalidInput(all)
  return { name, definition: kept?.stored }
}
