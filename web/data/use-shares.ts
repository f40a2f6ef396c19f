import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Grantee, NewShare } from '#shared/operations/sharing.ts'
import { keys } from './keys.ts'
import { endShare, listShares, setShare } from './shares.ts'

const sharesQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: keys.shares(object, id),
    queryFn: ({ signal }) => listShares(object, id, signal),
  })

/** With whom a record is shared, and changing that; who may do what with it is asked anew afterwards. */
export function useShares(object: string, id: string) {
  const client = useQueryClient()
  const follow = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.shares(object, id) }),
      client.invalidateQueries({ queryKey: keys.explanations(object, id) }),
    ])
  const { data, error } = useQuery(sharesQuery(object, id))
  const set = useMutation({
    mutationFn: (share: NewShare) => setShare(object, id, share),
    onSuccess: follow,
  })
  const end = useMutation({
    mutationFn: (grantee: Grantee) => endShare(object, id, grantee),
    onSuccess: follow,
  })
  return { shares: data, error, set, end }
}
