interface Undoable {
  readonly id: number
  readonly undo: () => void
  /** Unix milliseconds; that of a toast is over when the toast is. */
  readonly until: number
}

/** What the key takes back, the latest first. */
let undoables: readonly Undoable[] = []

export function rememberUndo(id: number, undo: () => void, until = Number.POSITIVE_INFINITY): void {
  undoables = [{ id, undo, until }, ...undoables].slice(0, 10)
}

export function forgetUndo(id: number): void {
  undoables = undoables.filter((one) => one.id !== id)
}

/** Takes back what was done last; false where there is nothing (any more). */
export function undoLatest(): boolean {
  undoables = undoables.filter(({ until }) => until > Date.now())
  const [latest] = undoables
  if (latest === undefined) return false
  forgetUndo(latest.id)
  latest.undo()
  return true
}
