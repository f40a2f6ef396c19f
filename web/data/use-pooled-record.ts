import { useQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { fetchRecord } from './records.ts'

/** One record of a pool, as far as its fields go. */
export function usePooledRecord(object: string, pool: string, id: string) {
  return useQuery({
    queryKey: keys.pooledRecord(object, pool, id),
    queryFn: ({ signal }) => fetchRecord(object, id, { pool }, signal),
  })
}
