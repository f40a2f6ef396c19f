import type { QueryClient } from '@tanstack/react-query'
import { catalogueQuery } from '#web/data/use-catalogue.ts'
import { recordListQuery } from '#web/data/use-records.ts'
import { viewsQuery } from '#web/data/use-views.ts'
import { overlay, readKind, type ViewAddress } from '../views/view-address.ts'
import { listQuery, listSearchOf } from './use-list.ts'

/**
 * Asks for the views and for the first records of a list that is about to be shown, once it is known who is asking. What
 * a board, a calendar or groups show is asked for by these.
 */
export async function prepareList(client: QueryClient, name: string, address: ViewAddress): Promise<void> {
  const catalogue = client.getQueryData(catalogueQuery.queryKey)
  const object = catalogue?.find(name)
  if (object === undefined) return
  const views = client.ensureQueryData(viewsQuery(name))
  const view = address.view === undefined ? undefined : (await views).find(({ id }) => id === address.view)
  const definition = overlay(view?.definition ?? {}, address)
  const kind = readKind(address.kind) ?? view?.kind ?? 'list'
  if (kind === 'list' && definition.groupBy === undefined) {
    const search = listSearchOf({ definition, search: address.search ?? '' })
    void client.prefetchInfiniteQuery(recordListQuery(name, listQuery(object, search, catalogue)))
  }
  await views
}
