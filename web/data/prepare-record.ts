import type { QueryClient } from '@tanstack/react-query'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { recordQuery } from './record-query.ts'
import { catalogueQuery } from './use-catalogue.ts'

/** What comes along with a record for its page: the records that its fields name. */
export const includesOfPage = (object: CatalogueObject): readonly string[] =>
  object.fields.filter(({ type }) => type === 'relation' || type === 'user').map(({ name }) => name)

/** Asks for a record that is about to be opened, unless it is there already. */
export function prepareRecord(client: QueryClient, object: string, id: string): void {
  const target = client.getQueryData(catalogueQuery.queryKey)?.find(object)
  if (target !== undefined) void client.prefetchQuery(recordQuery(object, id, includesOfPage(target)))
}
