import { useMutation } from '@tanstack/react-query'
import type { ApiError } from './api-error.ts'
import { type RecordEdit, updateOf } from './outbox/edit.ts'
import type { Outcome } from './outbox/entry.ts'
import { outbox } from './outbox/line.ts'
import { takeBack } from './outbox/take-back.ts'
import { errorOf } from './outbox/verdict.ts'
import type { RecordData, Values } from './records.ts'
import { offerUndo } from './undo.ts'
import { useAlive } from './use-alive.ts'

interface FieldEdit extends RecordEdit {
  readonly object: string
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
 * Writes fields of a record: shown at once wherever the record stands, taken back where the server refuses. A conflict
 * on fields that the other writer left alone is retried on their version; a real one is handed to the person. The
 * mutation is done once the write is saved, or kept to be sent; a refusal after the screen has gone is kept in the list
 * of what was not saved.
 */
export function useUpdateField({ onProblem, onConflict, onSaved }: Listeners) {
  const alive = useAlive()
  return useMutation<RecordData, unknown, FieldEdit>({
    mutationFn: async (edit) => {
      const line = outbox()
      const write = updateOf(edit.object, edit)
      const [pending] = line.add([write], alive)
      if (pending === undefined) return edit.record
      offerUndo({ message: edit.message, undo: () => takeBack(line, [{ write, pending }]) })
      const told = pending.settled.then((outcome) => tell(outcome, edit))
      const outcome = await pending.accepted
      if (outcome.state === 'refused') {
        await told
        throw errorOf(outcome.problem)
      }
      return outcome.state === 'saved'
        ? (outcome.result as RecordData)
        : { ...edit.record, ...edit.values, ...edit.shown }
    },
    // Kept where there is no network: nothing waits for one here.
    networkMode: 'always',
  })

  function tell(outcome: Outcome, edit: FieldEdit): void {
    if (!alive()) return
    if (outcome.state === 'saved') onSaved?.(outcome.result as RecordData, edit)
    else if (outcome.state === 'refused') {
      const { theirs } = outcome.problem
      if (theirs !== undefined) onConflict({ edit, theirs, mine: edit.values })
      else onProblem(errorOf(outcome.problem), edit)
    }
  }
}
