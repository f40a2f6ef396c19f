import { useQuery } from '@tanstack/react-query'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys, listRecords } from '#web/data/index.ts'
import type { ViewState } from '../views/view-state.ts'
import { listSearchOf, useList } from './use-list.ts'

/** How many records a list finds, and how asking for them went. */
export interface Matches {
  /** Undefined while they are counted. */
  readonly count: number | undefined
  readonly pending: boolean
  /** What is seen is still that of the filter before. */
  readonly stale: boolean
  readonly error: Error | null
  readonly again: () => void
}

/** A plain list has counted with its first page; a board, a calendar and groups are asked beside. */
export function useMatches(object: CatalogueObject, state: ViewState): Matches {
  const { definition, kind, search, loading } = state
  const plain = kind === 'list' && definition.groupBy === undefined
  const list = useList(object, listSearchOf(state), plain && !loading)
  const query = {
    ...(definition.filter !== undefined && { filter: definition.filter }),
    ...(search !== '' && { search }),
    limit: 1,
    fields: ['id'],
    count: 'estimate',
  } as const
  const counted = useQuery({
    queryKey: keys.list(object.name, query),
    queryFn: async ({ signal }) => (await listRecords(object.name, query, signal)).count,
    enabled: !plain && !loading,
  })
  const asked = plain ? list.query : counted
  return {
    count: plain ? list.count : counted.data,
    pending: asked.isPending,
    stale: asked.isPlaceholderData,
    error: asked.error,
    again: () => void asked.refetch(),
  }
}
