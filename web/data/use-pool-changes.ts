import { keys } from './keys.ts'
import { createPool, deletePool, updatePool } from './pools.ts'
import { useGrantChanges } from './use-grant-changes.ts'

export const usePoolChanges = () =>
  useGrantChanges({ key: keys.pools, create: createPool, update: updatePool, remove: deletePool })
