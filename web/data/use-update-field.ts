import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { keys } from './keys.ts'
import { patchCached, type Snapshot, snapshotOf, undoPatch } from './record-cache.ts'
import { getRecord, type RecordData, updateRecord, type Values } from './records.ts'

export interface FieldEdit {
  readonly object: string
  readonly record: RecordData
  /** Wire values to write. */
  readonly values: Values
  /** Records to show at once for relations among the values: `{company: {id, name}}`. */
  readonly shown?: Values
  /** What a toast says was done, with the offer to undo it; without one, Z alone undoes it. */
  readonly message?: string
}

/** Somebody else wrote the record first: what they left (`theirs`) and what was to be written (`mine`). */
export interface EditConflict {
  readonly edit: FieldEdit
  readonly theirs: RecordData
  readonly mine: Values
}

interface Listeners {
  readonly onProblem: (error: ApiError, edit: FieldEdit) => void
  readonly onConflict: (conflict: EditConflict) => void
  readonly onSaved?: (saved: RecordData, edit: FieldEdit) => void
}

/**
 * Writes fields of a record: shown at once in every list and page that holds it, taken back where the server refuses.
 * A conflict on fields that the other writer left alone is retried on their version; a real one is handed to the person.
 */
export function useUpdateField({ onProblem, onConflict, onSaved }: Listeners) {
  const client = useQueryClient()
  return useMutation<RecordData, unknown, FieldEdit, Snapshot>({
    mutationFn: (edit) => write(client, edit),
    onMutate: async (edit) => {
      await client.cancelQueries({ queryKey: keys.object(edit.object) })
      const snapshot = snapshotOf(client, edit.object)
      patchCached(client, edit.object, edit.record.id, { ...edit.values, ...edit.shown })
      return snapshot
    },
    onSuccess: (saved, edit) => {
      patchCached(client, edit.object, edit.record.id, saved)
      void client.invalidateQueries({ queryKey: keys.changes(edit.object, edit.record.id) })
      onSaved?.(saved, edit)
    },
    onError: (error, edit, snapshot) => {
      if (snapshot !== undefined) undoPatch(client, snapshot)
      if (error instanceof RealConflict) {
        patchCached(client, edit.object, edit.record.id, error.theirs)
        onConflict({ edit, theirs: error.theirs, mine: edit.values })
      } else if (error instanceof ApiError) onProblem(error, edit)
      else throw error
    },
  })
}

class RealConflict extends Error {
  readonly theirs: RecordData
  constructor(theirs: RecordData) {
    super('version_conflict')
    this.theirs = theirs
  }
}

async function write(client: QueryClient, edit: FieldEdit): Promise<RecordData> {
  const { object, record, values } = edit
  try {
    return await updateRecord(object, record.id, values, record.version)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'version_conflict') throw error
    const theirs = await client.fetchQuery({
      queryKey: keys.recordWith(object, record.id, []),
      queryFn: () => getRecord(object, record.id),
      staleTime: 0,
    })
    const touched = Object.keys(values).some((wire) => !sameValue(theirs[wire], record[wire]))
    if (touched) throw new RealConflict(theirs)
    return updateRecord(object, record.id, values, theirs.version)
  }
}

const sameValue = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
