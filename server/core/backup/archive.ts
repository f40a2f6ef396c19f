/**
 * A backup is one gzip stream of frames. A frame is one letter for its kind, the length of its content in four bytes
 * (big-endian), and the content:
 *
 *   H  the head, JSON: what the parts are parts of (`Head`)
 *   P  a part begins, JSON: what it holds (`Part`)
 *   D  data of the part; any number of them. Of a table the text format of PostgreSQL's COPY, of a file its bytes
 *   E  the part ends, JSON: bytes, sha256 and rows of it (`PartSum`)
 *   T  the tail, JSON: how many parts there were, and the sha256 of all their sums (`Tail`)
 *
 * It is written and read in one pass, so neither needs to know a length in advance nor keep more than a frame.
 */
export const formatVersion = 1

export const frameKinds = { head: 'H', part: 'P', data: 'D', end: 'E', tail: 'T' } as const
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds]

export const largestFrame = 64 * 1024 * 1024

export interface RanMigration {
  readonly name: string
  readonly sha256: string
}

export interface TableShape {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

export interface WorkspaceHead {
  readonly id: string
  readonly slug: string
  readonly schema: string
  readonly migrations: readonly RanMigration[]
  /** Every table that holds rows, in an order in which the engine's refer to earlier ones. */
  readonly tables: readonly TableShape[]
  /** Months of the change log that have a partition, as `2026_11`. */
  readonly months: readonly string[]
  readonly sequences: readonly { readonly name: string; readonly value: string; readonly called: boolean }[]
}

export interface Head {
  readonly format: number
  /** Version of the Kith that wrote it. */
  readonly kith: string
  readonly createdAt: string
  readonly platform: {
    readonly migrations: readonly RanMigration[]
    readonly tables: readonly TableShape[]
  }
  readonly workspaces: readonly WorkspaceHead[]
}

/** The parts come in the order of the head: the platform's tables, then each workspace's tables and its files. */
export type Part =
  | { readonly kind: 'platform'; readonly table: string }
  | { readonly kind: 'table'; readonly workspace: string; readonly table: string }
  | { readonly kind: 'file'; readonly workspace: string; readonly sha256: string }

export interface PartSum {
  readonly bytes: number
  readonly sha256: string
  /** Of tables alone. */
  readonly rows?: number
}

export interface Tail {
  readonly parts: number
  readonly sha256: string
}

/** What was backed up or restored. */
export interface BackupSummary {
  readonly workspaces: number
  readonly rows: number
  readonly files: number
}

/** A backup that cannot be written, or one that cannot be restored here. The message says why, and the way out. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupError'
  }
}
