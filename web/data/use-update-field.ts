import { useMutation } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import type { ApiError } from './api-error.ts'
import { type RecordEdit, updateOf } from './outbox/edit.ts'
import type { Outcome } from './outbox/entry.ts'
import { outbox } from './outbox/line.ts'
import type { Outbox } from './outbox/outbox.ts'
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
  /** Whether the screen shows what was refused at its place, with what was typed; a move that is taken back needs none. */
  readonly holds?: boolean
}

/** A refused write in the line that keeps it. */
interface ShownRefusal {
  readonly line: Outbox
  readonly id: string
}

/**
 * Writes fields of a record: shown at once wherever the record stands, taken back where the server refuses. A conflict
 * on fields that the other writer left alone is retried on their version; a real one is handed to the person. The
 * mutation is done once the write is saved, or kept to be sent. A refusal after the screen has gone is kept in the list
 * of what was not saved; one that it `holds` comes there too, unless the person has decided before (`decided`), and at
 * once where the screen has no place for it (`letGo`).
 */
export function useUpdateField({ onProblem, onConflict, onSaved, holds = false }: Listeners) {
  const alive = useAlive()
  const shown = useRef(new Map<string, ShownRefusal>())
  useLayoutEffect(() => {
    const refusals = shown.current
    return () => {
      for (const { line, id } of refusals.values()) line.letGo([id])
      refusals.clear()
    }
  }, [])
  const mutation = useMutation<RecordData, unknown, FieldEdit>({
    mutationFn: async (edit) => {
      const line = outbox()
      const write = updateOf(edit.object, edit)
      const [pending] = line.add([write], alive, holds)
      if (pending === undefined) return edit.record
      offerUndo({ message: edit.message, undo: () => takeBack(line, [{ write, pending }]) })
      const told = pending.settled.then((outcome) => tell(outcome, edit, { line, id: pending.id }))
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

  return {
    ...mutation,
    /** The person has decided what becomes of what was refused for a field, or for all fields of a record. */
    decided: (record: string, wire?: string) => {
      for (const { line, id } of taken(record, wire)) void line.discard(id)
    },
    letGo: (record: string, wire?: string) => {
      for (const { line, id } of taken(record, wire)) line.letGo([id])
    },
  }

  function taken(record: string, wire?: string): readonly ShownRefusal[] {
    const places = [...shown.current].filter(([place]) =>
      wire === undefined ? place.startsWith(`${record} `) : place === `${record} ${wire}`,
    )
    for (const [place] of places) shown.current.delete(place)
    return [...new Set(places.map(([, refusal]) => refusal))]
  }

  function tell(outcome: Outcome, edit: FieldEdit, refusal: ShownRefusal): void {
    if (!alive()) refusal.line.letGo([refusal.id])
    else if (outcome.state === 'saved') onSaved?.(outcome.result as RecordData, edit)
    else if (outcome.state === 'refused') {
      if (holds) {
        for (const wire of Object.keys(edit.values)) shown.current.set(`${edit.record.id} ${wire}`, refusal)
      }
      const { theirs } = outcome.problem
      if (theirs !== undefined) onConflict({ edit, theirs, mine: edit.values })
      else onProblem(errorOf(outcome.problem), edit)
    }
  }
}
