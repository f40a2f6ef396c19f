import type { Context } from '#server/core/context.ts'
import type { Runner } from '../database.ts'

/** A record on its way into the table: values by column, as JSON has them. */
export interface WriteRow {
  readonly id: string
  readonly columns: Record<string, unknown>
  /** Targets of `relations` fields that this write sets, by field key. */
  readonly links: ReadonlyMap<string, readonly string[]>
  /** The record as it was, by column; null when it is being created. Only for steps that ask for it. */
  readonly before: Readonly<Record<string, unknown>> | null
}

export interface WriteBatch {
  readonly cx: Context
  /** The transaction of the write. */
  readonly client: Runner
  readonly rows: readonly WriteRow[]
}

/**
 * Something that follows from a write in the same transaction. `stamp` sets further columns before the write, `follow`
 * changes other tables after it. A step runs only for rows that touch what it watches, so that other writes pay nothing.
 */
export interface WriteStep {
  readonly name: string
  /** Key of the object. */
  readonly object: string
  /** Columns, or keys of lists of relations, whose writing calls for the step; creating a record always does. */
  readonly watches: ReadonlySet<string>
  readonly stamp?: (batch: WriteBatch) => Promise<void>
  readonly follow?: (batch: WriteBatch & { readonly action: ChangeAction }) => Promise<void>
  /** Topic that tells every process of it once it is committed. */
  readonly announces?: (cx: Context) => string
}

export type ChangeAction = 'create' | 'update' | 'delete' | 'restore'

/** The steps of an object, whatever a write touches of it. */
export const stepsOf = (cx: Context, key: string | undefined): readonly WriteStep[] =>
  cx.steps.filter(({ object }) => object === key)

/** After the commit. */
export function announceSteps(cx: Context, steps: readonly WriteStep[]): void {
  for (const topic of new Set(steps.flatMap(({ announces }) => announces?.(cx) ?? []))) cx.announce(topic)
}
