import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { dropCached, snapshotOf, undoPatch } from './record-cache.ts'
import { createRecord, deleteRecords, restoreRecord, type Values } from './records.ts'

/** Creates a record; one idempotency key lasts until it succeeds, so that pressing again makes no second one. */
export function useCreateRecord(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ values, key }: { values: Values; key: string }) => createRecord(object, values, key),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.object(object) }),
  })
}

/** Moves records to the recycle bin: out of the lists at once, back where the server refuses. */
export function useDeleteRecords(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: readonly string[]) => deleteRecords(object, ids),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey: keys.lists(object) })
      const snapshot = snapshotOf(client, object)
      dropCached(client, object, new Set(ids))
      return snapshot
    },
    onError: (_error, _ids, snapshot) => {
      if (snapshot !== undefined) undoPatch(client, snapshot)
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.object(object) }),
  })
}

/** Brings records back from the recycle bin: the undo of a deletion. */
export function useRestoreRecords(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await restoreRecord(object, id)
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.object(object) }),
  })
}
