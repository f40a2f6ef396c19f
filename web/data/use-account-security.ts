import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { devices, factors } from './account-security.ts'

const all = ['account-security'] as const

export const factorsQuery = queryOptions({ queryKey: [...all, 'factors'], queryFn: factors })
export const devicesQuery = queryOptions({ queryKey: [...all, 'devices'], queryFn: devices })

/** A change to how one's own account is opened; what is shown of it is read anew. */
export function useSecurityChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  })
}
