import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import { aggregate, keys } from '#web/data/index.ts'
import { type BoardQuery, totalsQuery } from './board-query.ts'
import { readTotals } from './read-totals.ts'

/** Figures of all columns; what moves cards makes them stale, and the event stream what others move. */
export function useTotals(
  query: Omit<BoardQuery, 'layout' | 'sort'>,
  sum: Field | undefined,
  weight: Field | undefined,
) {
  const asked = totalsQuery(query, sum, weight)
  const name = query.object.name
  const answer = useQuery({
    queryKey: keys.aggregate(name, asked),
    queryFn: () => aggregate(name, asked),
    placeholderData: keepPreviousData,
  })
  const { data } = answer
  const totals = useMemo(() => data && readTotals(data, query), [data, query])
  return { ...answer, totals }
}
