import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys, listRecords, type RecordPage, useCatalogue } from '#web/data/index.ts'
import { recordListQuery } from '#web/data/use-records.ts'
import type { ViewState } from '../views/view-state.ts'
import { countOf, listQuery, listSearchOf } from './use-list.ts'

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
  const catalogue = useCatalogue()
  const list = useInfiniteQuery({
    ...recordListQuery(object.name, listQuery(object, listSearchOf(state), catalogue)),
    enabled: plain && !loading,
    // Whatever page comes, as long as the count is the same nothing around the list is drawn anew.
    select: countOfPages,
  })
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
    placeholderData: keepPreviousData,
  })
  const asked = plain ? list : counted
  return {
    count: asked.data,
    pending: asked.isPending,
    stale: asked.isPlaceholderData,
    error: asked.error,
    again: () => void asked.refetch(),
  }
}

const countOfPages = ({ pages }: InfiniteData<RecordPage>) => countOf(pages)
