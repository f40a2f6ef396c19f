import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue } from '#web/data/index.ts'
import { relatedLists } from './related.ts'

/** Whether activities can be written about records of an object. */
export function useWritable(object: CatalogueObject): boolean {
  return relatedLists(useCatalogue(), object).about.some((one) => one.object.name === 'activity')
}
