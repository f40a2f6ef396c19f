import { useQuery } from '@tanstack/react-query'
import type { Pool } from '#shared/operations/pools.ts'
import { poolsQuery } from '#web/data/use-pools.ts'

const none: readonly Pool[] = []
const own = (pools: readonly Pool[]): readonly Pool[] => pools.filter(({ member }) => member)

/** The pools of which the person is a member; who keeps pools finds the others in the settings. */
export const useOwnPools = (): readonly Pool[] => useQuery({ ...poolsQuery, select: own }).data ?? none
