import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import {
  countHandOver,
  deactivate,
  handOver,
  invite,
  listInvitations,
  listPeople,
  reactivate,
  renewInvitation,
  withdrawInvitation,
} from './people.ts'
import { createRecord, deleteRecords, updateRecord, type Values } from './records.ts'

export const peopleQuery = queryOptions({
  queryKey: keys.people,
  queryFn: ({ signal }) => listPeople(signal),
})

export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: ({ signal }) => listInvitations(signal),
})

export const handOverQuery = (id: string) =>
  queryOptions({ queryKey: keys.handOver(id), queryFn: ({ signal }) => countHandOver(id, signal), gcTime: 0 })

/** Everything that shows members or teams looks again. */
function useLookAgain() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [keys.people, keys.members, keys.roles, keys.records].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
}

/** Who is asked to join. */
export function useInvitationChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.invitations })
  return {
    invite: useMutation({ mutationFn: invite, onSuccess }),
    renew: useMutation({ mutationFn: renewInvitation, onSuccess }),
    withdraw: useMutation({ mutationFn: withdrawInvitation, onSuccess }),
  }
}

/** Who leaves, comes back, and takes over. */
export function useMembershipChanges() {
  const onSuccess = useLookAgain()
  return {
    deactivate: useMutation({ mutationFn: deactivate, onSuccess }),
    reactivate: useMutation({ mutationFn: reactivate, onSuccess }),
    handOver: useMutation({ mutationFn: handOver, onSuccess }),
  }
}

/** Where a member or a team stands: their records. */
export function usePlaceChanges(object: 'user' | 'team') {
  const onSuccess = useLookAgain()
  return {
    change: useMutation({
      mutationFn: ({ id, values }: { id: string; values: Values }) => updateRecord(object, id, values),
      onSuccess,
    }),
    create: useMutation({ mutationFn: (values: Values) => createRecord(object, values), onSuccess }),
    remove: useMutation({ mutationFn: (id: string) => deleteRecords(object, [id]), onSuccess }),
  }
}
