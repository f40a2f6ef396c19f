import type { NamedRecord, TimelineEntry } from '#shared/operations/timeline.ts'

/** A record that an entry speaks of, by the object's key; its name is looked up for all entries of a page at once. */
export interface Reference {
  readonly object: string
  readonly id: string
}

export interface Names {
  /** Null of a record that has no title, or that this person does not see. */
  readonly titleOf: (reference: Reference) => string | null
  /** Whether this person sees the record, in the recycle bin or out of it. */
  readonly seen: (reference: Reference) => boolean
  /** Currency of a record's amounts, where it has any. */
  readonly currencyOf: (reference: Reference) => string | null
  /** As the API prints it, the object by today's name. */
  readonly named: (reference: Reference) => NamedRecord
}

/** What a source of entries found: when, what it speaks of, and how to print it once names are known. */
export interface Found {
  /** As `momentSql` gives it. */
  readonly moment: string
  readonly id: string
  readonly references: readonly Reference[]
  readonly print: (names: Names) => Omit<TimelineEntry, 'id' | 'at'>
}
