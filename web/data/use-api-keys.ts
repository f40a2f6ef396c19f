import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { createKey, listKeys, listMembersKeys, revokeKey } from './api-keys.ts'
import { keys } from './keys.ts'

export const apiKeysQuery = queryOptions({ queryKey: keys.apiKeys, queryFn: listKeys })

/** For who has the right to people. */
export const membersKeysQuery = queryOptions({
  queryKey: [...keys.apiKeys, 'members'],
  queryFn: listMembersKeys,
})

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
