import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { createKey, listKeys, revokeKey } from './api-keys.ts'
import { keys } from './keys.ts'

export const apiKeysQuery = queryOptions({ queryKey: keys.apiKeys, queryFn: listKeys })

export function useCreateKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: createKey,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: revokeKey,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  })
}
