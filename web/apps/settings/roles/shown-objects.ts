import { keptBy } from '#shared/access/scope-of.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

/** The objects of which a role can say something; last those whose records a right decides about. */
export const shownObjects = ({ objects }: Catalogue): readonly CatalogueObject[] => {
  const said = objects.filter(({ key }) => keptBy(key) !== 'engine')
  return [
    ...said.filter(({ key }) => keptBy(key) === undefined),
    ...said.filter(({ key }) => keptBy(key) !== undefined),
  ]
}
