import { useMutation } from '@tanstack/react-query'
import { type RecordEdit, updateOf } from './outbox/edit.ts'
import { outbox } from './outbox/line.ts'
import { takeBack } from './outbox/take-back.ts'
import { offerUndo } from './undo.ts'

export type { RecordEdit } from './outbox/edit.ts'

interface ManyEdits {
  readonly edits: readonly RecordEdit[]
  /** What the toast says was done; it offers to undo all of it. */
  readonly message: string
}

/** What became of many edits so far. */
interface ManyResult {
  readonly saved: number
  /** Kept, to be sent when the server is there. */
  readonly waiting: number
  /** Refused, or changed by somebody else meanwhile: in the list of what was not saved, each with its reason. */
  readonly refused: readonly RecordEdit[]
}

/**
 * Writes many records at once, each on the version that was seen. What the server refuses, and what somebody else
 * changed meanwhile, is taken back and kept in the list of what was not saved; the rest is saved.
 */
export function useUpdateMany(object: string) {
  return useMutation<ManyResult, unknown, ManyEdits>({
    mutationFn: async ({ edits, message }) => {
      const line = outbox()
      const writes = edits.map((edit) => updateOf(object, edit))
      const pendings = line.add(writes, () => false)
      const done = pendings.map((pending, index) => ({ pending, write: writes[index]! }))
      if (done.length > 0) offerUndo({ message, undo: () => takeBack(line, done) })
      const outcomes = await Promise.all(pendings.map(({ accepted }) => accepted))
      const count = (state: string) => outcomes.filter((outcome) => outcome.state === state).length
      return {
        saved: count('saved'),
        waiting: count('waiting'),
        refused: edits.filter((_edit, index) => outcomes[index]?.state === 'refused'),
      }
    },
    networkMode: 'always',
  })
}
