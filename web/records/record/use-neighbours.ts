import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type ListSearch, useList } from '../list/use-list.ts'

/** Where a record stands in the list that one came from, and its neighbours there. */
export interface Neighbours {
  readonly place: number
  readonly count: number | undefined
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** Undefined where the record is not among the rows of the list that have been loaded. */
export function useNeighbours(
  object: CatalogueObject,
  id: string,
  search: ListSearch,
): Neighbours | undefined {
  const { rows, count } = useList(object, search)
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) return undefined
  return { place: index + 1, count, previous: rows[index - 1]?.id, next: rows[index + 1]?.id }
}
