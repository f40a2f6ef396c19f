import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { type RecordData, updateRecord, type Values } from './records.ts'
import { offerUndo } from './undo.ts'

/** Wire values of one record to write, and what to show at once for relations among them. */
export interface RecordEdit {
  readonly record: RecordData
  readonly values: Values
  readonly shown?: Values
}

export interface ManyEdits {
  readonly edits: readonly RecordEdit[]
  /** What the toast says was done; it offers to undo all of it. */
  readonly message: string
}

/** Writes many records, each on the version that was seen: those that somebody changed meanwhile are told, the rest is saved. */
export function useUpdateMany(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ edits }: ManyEdits) => {
      for (const { record, values } of edits) await updateRecord(object, record.id, values, record.version)
    },
    onSuccess: (_done, { edits, message }) =>
      offerUndo({
        message,
        undo: async () => {
          for (const { record, values } of edits) {
            const before = Object.keys(values).map((wire) => [wire, record[wire] ?? null])
            await updateRecord(object, record.id, Object.fromEntries(before))
          }
          await client.invalidateQueries({ queryKey: keys.object(object) })
        },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.object(object) }),
  })
}
