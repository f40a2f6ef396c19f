import type { UndoResult } from './bulk.ts'

/** Something that was done and can be taken back for 8 s. */
export interface Undoable {
  /** What was done, as the toast says it; none where the screen shows it well enough, and the key alone undoes it. */
  readonly message?: string | undefined
  /** How many records were put back, and how many somebody has changed since: those are left alone. */
  readonly undo: () => Promise<UndoResult>
}

let offer: (undoable: Undoable) => void = () => {}

/** This room shows nothing: the shell says where an offer appears. */
export function whenUndoable(listener: (undoable: Undoable) => void): void {
  offer = listener
}

export function offerUndo(undoable: Undoable): void {
  offer(undoable)
}
