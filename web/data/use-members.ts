import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { addMember, listMembers } from './members.ts'

export const membersQuery = queryOptions({ queryKey: keys.members, queryFn: listMembers })

export function useAddMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: addMember,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.members })
      void client.invalidateQueries({ queryKey: keys.people })
      void client.invalidateQueries({ queryKey: keys.object('user') })
    },
  })
}
