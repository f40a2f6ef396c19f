import { queryOptions } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { listPools } from './pools.ts'

/** The pools that are open to the person, and all of them for who keeps pools. */
export const poolsQuery = queryOptions({
  queryKey: keys.pools,
  queryFn: ({ signal }) => listPools(signal),
})
