import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys } from './keys.ts'
import { loadCatalogue } from './objects.ts'

export const catalogueQuery = queryOptions({
  queryKey: keys.catalogue,
  queryFn: ({ signal }) => loadCatalogue(signal),
  staleTime: Number.POSITIVE_INFINITY,
  // A catalogue holds maps and functions: a structural comparison would copy it into something else.
  structuralSharing: false,
})

/** The workspace's metadata; loaded before any page below the shell is shown. */
export function useCatalogue(): Catalogue {
  return useSuspenseQuery(catalogueQuery).data
}

/** @throws AppError `unknown_object` */
export function useObject(name: string): CatalogueObject {
  return useCatalogue().object(name)
}
