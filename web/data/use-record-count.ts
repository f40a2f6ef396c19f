import { useQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { listRecords } from './records.ts'

interface CountQuery {
  readonly filter?: string | undefined
  readonly search?: string | undefined
  /** Id of a pool whose records are counted. */
  readonly pool?: string | undefined
}

/** How many records of an object match; up to 10,000 it is exact. Follows what others change; undefined until known. */
export function useRecordCount(object: string, query: CountQuery, enabled = true): number | undefined {
  const asked = { ...query, limit: 1, fields: ['id'], count: 'estimate' } as const
  const { data } = useQuery({
    queryKey: keys.list(object, asked),
    queryFn: async ({ signal }) => (await listRecords(object, asked, signal)).count,
    enabled,
  })
  // Somebody else may have asked the same: what was not asked for here is not told here.
  return enabled ? data : undefined
}
