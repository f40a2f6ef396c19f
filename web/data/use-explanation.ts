import { queryOptions, useQuery } from '@tanstack/react-query'
import { explainAccess } from './explain.ts'
import { keys } from './keys.ts'

export const explanationQuery = (object: string, id: string, user?: string) =>
  queryOptions({
    queryKey: keys.explanation(object, id, user),
    queryFn: ({ signal }) => explainAccess(object, id, user, signal),
  })

/** What a member, or oneself, may do with a record and why; asked anew whenever records change. */
export const useExplanation = (object: string, id: string, user?: string, enabled = true) =>
  useQuery({ ...explanationQuery(object, id, user), enabled })
