import type { EditConflict } from '#web/data/index.ts'

/** A cell whose editor is open, or whose last write came back. */
export interface CellEdit {
  readonly id: string
  readonly path: string
  /** Whether the editor is open; otherwise the cell only shows that its last write was refused. */
  readonly open: boolean
  /** The editor grows upwards: there is no room below. */
  readonly up?: boolean
  /** Stands in the editor in place of the value: what was typed to open it. */
  readonly typed?: string
  /** A refused value, kept with its reason. */
  readonly refused?: { readonly draft: unknown; readonly reason: string }
  /** Somebody else wrote the same field: both values are shown. */
  readonly conflict?: EditConflict
}
