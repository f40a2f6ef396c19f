import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'

/** What opens records of an object to people: a pool, a sharing rule. */
export interface Grant {
  readonly id: string
  readonly object: string
  readonly name: string
  readonly version: number
}

interface Ways<One extends Grant, Input extends { readonly object: string }> {
  /** Of the query that holds all of them. */
  readonly key: QueryKey
  readonly create: (input: Input) => Promise<One>
  /** @throws ApiError `version_conflict` where it is no longer at `version` */
  readonly update: (id: string, change: Omit<Input, 'object'>, version: number) => Promise<One>
  readonly remove: (id: string) => Promise<void>
}

interface Saving<One, Input> {
  /** The one that is changed, at the version that its keeper saw; a new one where undefined. */
  readonly grant: One | undefined
  readonly input: Input
}

/** Saves and deletes; a refusal, too, tells that what is known here is no longer so, and all of it is asked for again. */
export function useGrantChanges<One extends Grant, Input extends { readonly object: string }>(
  ways: Ways<One, Input>,
) {
  const client = useQueryClient()
  const askAgain = (object: string) => {
    // Other records, or other fields of them, are open now.
    void client.invalidateQueries({ queryKey: keys.object(object) })
    return client.invalidateQueries({ queryKey: ways.key })
  }
  const save = useMutation({
    mutationFn: ({ grant, input }: Saving<One, Input>) => {
      const { object: _, ...change } = input
      return grant === undefined ? ways.create(input) : ways.update(grant.id, change, grant.version)
    },
    onSettled: (_saved, _error, { input }) => askAgain(input.object),
  })
  const remove = useMutation({
    mutationFn: ({ id }: One) => ways.remove(id),
    onSettled: (_done, _error, { object }) => askAgain(object),
  })
  /** The same as it was told last. */
  const latest = (grant: One): One =>
    client.getQueryData<readonly One[]>(ways.key)?.find(({ id }) => id === grant.id) ?? grant
  return { save, remove, latest }
}
