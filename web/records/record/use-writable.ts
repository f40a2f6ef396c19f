import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCatalogue, useMay } from '#web/data/index.ts'
import { relatedLists } from './related.ts'

/** Whether activities can be written about records of an object, and the person may. */
export function useWritable(object: CatalogueObject): boolean {
  const { may } = useMay()
  const lists = relatedLists(useCatalogue(), object).about
  return lists.some((one) => one.object.name === 'activity') && may('activity', 'create')
}
