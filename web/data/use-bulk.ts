import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type BulkChange, bulk, undo } from './bulk.ts'
import { keys } from './keys.ts'
import { offerUndo } from './undo.ts'

export interface BulkEdit extends BulkChange {
  /** What the toast says was done; it offers to undo all of it. */
  readonly message: string
}

/** Changes or deletes all that a filter finds, in one request; `data` is `{count, undo}`. */
export function useBulk(object: string) {
  const client = useQueryClient()
  const takeBack = useUndo()
  return useMutation({
    mutationFn: ({ message: _message, ...change }: BulkEdit) => bulk(object, change),
    onSuccess: (result, { message }) =>
      offerUndo({ message, undo: () => takeBack.mutateAsync({ token: result.undo }) }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.object(object) }),
  })
}

/** Takes back what a bulk change did; what somebody changed since is left alone. */
export function useUndo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ token }: { readonly token: string }) => undo(token),
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  })
}
