import { useEffect, useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useRecordList } from '#web/data/index.ts'
import type { ViewState } from '../views/view-state.ts'

/** Where a record stands in the list that one came from, and its neighbours there. */
interface Neighbours {
  readonly place: number
  /** Undefined where nobody has counted; 10,000 may mean more. */
  readonly count: number | undefined
  readonly previous: string | undefined
  readonly next: string | undefined
}

const pageSize = 500
/** Further down the place is not looked for: the list would have to be read to there. */
const mostPages = 6

/** Undefined where the record does not stand in the list, stands too far down, or the list is still on its way. */
export function useNeighbours(
  object: CatalogueObject,
  id: string,
  { definition, search, loading }: ViewState,
): Neighbours | undefined {
  const { filter, sort, groupBy } = definition
  const order = [groupBy, sort].filter((part) => part !== undefined && part !== '').join()
  const query = {
    fields: [object.title],
    limit: pageSize,
    count: 'estimate' as const,
    ...(filter !== undefined && { filter }),
    ...(order !== '' && { sort: order }),
    ...(search !== '' && { search }),
  }
  const { data, hasNextPage, isFetching, fetchNextPage } = useRecordList(object.name, query, !loading)
  const ids = useMemo(() => data?.pages.flatMap((page) => page.data.map((row) => row.id)), [data])
  const index = ids?.indexOf(id) ?? -1
  // The neighbour below has to be known as well.
  const further =
    ids !== undefined && (index < 0 || index === ids.length - 1) && (data?.pages.length ?? 0) < mostPages
  useEffect(() => {
    if (further && hasNextPage && !isFetching) void fetchNextPage()
  }, [further, hasNextPage, isFetching, fetchNextPage])
  if (ids === undefined || index < 0) return undefined
  return {
    place: index + 1,
    count: hasNextPage ? data?.pages[0]?.count : ids.length,
    previous: ids[index - 1],
    next: ids[index + 1],
  }
}
