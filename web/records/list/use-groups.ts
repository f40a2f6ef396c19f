import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type AggregateQuery, aggregate, keys } from '#web/data/index.ts'
import { type Group, type Grouping, groupsOf } from './group.ts'
import type { Measure } from './totals.ts'
import type { ListSearch } from './use-list.ts'

/** Groups that are shown at most: beyond them nobody reads, and each has a head. */
const mostGroups = 1_000

/** All groups with their counts and figures, in one request. */
export function useGroups(
  object: string,
  grouping: Grouping | undefined,
  { filter, search }: Pick<ListSearch, 'filter' | 'search'>,
  measures: readonly Measure[],
) {
  const query = {
    ...(filter !== '' && { filter }),
    ...(search !== '' && { search }),
    groupBy: grouping?.by ?? [],
    measures: [{ fn: 'count' }, ...measures],
    ...(grouping !== undefined && { sort: grouping.sort }),
    limit: mostGroups,
  } satisfies AggregateQuery & { search?: string }
  const answer = useQuery({
    queryKey: keys.aggregate(object, query),
    queryFn: () => aggregate(object, query),
    placeholderData: keepPreviousData,
    enabled: grouping !== undefined,
  })
  const rows = answer.data
  const groups = useMemo<readonly Group[]>(
    () => (grouping === undefined || rows === undefined ? [] : groupsOf(rows, grouping)),
    [rows, grouping],
  )
  return { groups, loading: grouping !== undefined && answer.isPending, error: answer.error }
}
