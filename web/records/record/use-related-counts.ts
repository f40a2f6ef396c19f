import { useQueries } from '@tanstack/react-query'
import { keys, listRecords } from '#web/data/index.ts'
import { type Related, relatedFilter } from './related.ts'

/** How many records each related list holds, in their order; undefined while it is counted. */
export function useRelatedCounts(lists: readonly Related[], id: string): readonly (number | undefined)[] {
  const answers = useQueries({
    queries: lists.map((related) => {
      const query = { filter: relatedFilter(related, id), limit: 1, count: 'estimate' as const }
      return {
        queryKey: keys.list(related.object.name, { ...query, fields: ['counted'] }),
        queryFn: () => listRecords(related.object.name, query),
      }
    }),
  })
  return answers.map((answer) => answer.data?.count)
}
