import { useQuery } from '@tanstack/react-query'
import { aggregate, keys } from '#web/data/index.ts'
import type { FigureBlock } from './block.ts'

/** The server's figure, and how many records it is made of; follows what others change. */
export function useFigure({ object, filter, measure }: FigureBlock) {
  const query = {
    ...(filter !== undefined && filter !== '' && { filter }),
    groupBy: [],
    measures: [{ fn: 'count' }, ...(measure.fn === 'count' ? [] : [{ ...measure, as: 'figure' }])],
  }
  const { data, error, refetch } = useQuery({
    queryKey: keys.aggregate(object, query),
    queryFn: () => aggregate(object, query),
  })
  const [row] = data ?? []
  const count = row === undefined ? undefined : Number(row.count ?? 0)
  return { count, value: row?.figure ?? null, loaded: row !== undefined, error, refetch }
}
