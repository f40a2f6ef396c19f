import type { BulkChange } from '../bulk.ts'
import type { RecordData, Values } from '../records.ts'

/** What is to be written, by kind. */
export type Write =
  | CreateWrite
  | UpdateWrite
  | { readonly kind: 'delete'; readonly object: string; readonly ids: readonly string[] }
  | { readonly kind: 'restore'; readonly object: string; readonly ids: readonly string[] }
  | { readonly kind: 'bulk'; readonly object: string; readonly change: BulkChange }
  | { readonly kind: 'undo'; readonly object: string; readonly token: string }

export interface CreateWrite {
  readonly kind: 'create'
  readonly object: string
  /** Made here: the record bears it from the start, and a second sending makes no second one. */
  readonly id: string
  readonly values: Values
}

export interface UpdateWrite {
  readonly kind: 'update'
  readonly object: string
  readonly id: string
  readonly values: Values
  /** What the person saw in their place. */
  readonly before: Values
  /** Version of the record that the person saw. */
  readonly version: number
  /** Records to show at once for relations among the values. */
  readonly shown?: Values
  readonly shownBefore?: Values
}

export type WriteKind = Write['kind']
export type WriteOf<Kind extends WriteKind> = Extract<Write, { kind: Kind }>

/** Why a write was not taken, as it is kept: the members of the problem document. */
export interface KeptProblem {
  readonly status: number
  readonly problem: Readonly<Record<string, unknown>>
  /** Of a conflict: the record as somebody else left it. */
  readonly theirs?: RecordData
}

/** A write in line. Its id names it towards the server too (`Idempotency-Key`). */
export interface Entry {
  /** UUIDv7: entries sort by the moment at which they were made. */
  readonly id: string
  readonly write: Write
  readonly createdAt: string
  /** How often it was sent without an answer to it. */
  readonly attempts: number
  /** Refused, and waiting for the person to say what becomes of it. */
  readonly refusal?: KeptProblem
}

/** How a write ended. */
export type Outcome =
  | { readonly state: 'saved'; readonly result: unknown }
  | { readonly state: 'refused'; readonly problem: KeptProblem }
  | { readonly state: 'withdrawn' }

/** The records that a write touches; undefined where it may be any of the object. */
export function touched(write: Write): readonly string[] | undefined {
  switch (write.kind) {
    case 'create':
    case 'update':
      return [write.id]
    case 'delete':
    case 'restore':
      return write.ids
    case 'bulk':
      return write.change.ids
    case 'undo':
      return undefined
  }
}
