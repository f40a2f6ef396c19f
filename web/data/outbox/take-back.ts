import type { UndoResult } from '../bulk.ts'
import type { RecordData } from '../records.ts'
import type { Outcome, Write } from './entry.ts'
import type { Accepted, Outbox, Pending } from './outbox.ts'

interface Done {
  readonly write: Write
  readonly pending: Pending
}

/**
 * Takes writes back: out of the line where they were not sent yet, by their inverse afterwards. What somebody changed
 * since is left alone, and counted as skipped.
 */
export async function takeBack(outbox: Outbox, done: readonly Done[]): Promise<UndoResult> {
  const inverses: Write[] = []
  let undone = 0
  await Promise.all(
    done.map(async ({ write, pending }) => {
      const outcome = (await outbox.withdraw(pending.id)) ? undefined : await pending.settled
      const inverse = outcome === undefined ? undefined : inverseOf(write, outcome)
      if (outcome === undefined) undone++
      else if (inverse !== undefined) inverses.push(inverse)
    }),
  )
  const pendings = outbox.add(inverses, () => true)
  const outcomes = await Promise.all(pendings.map(({ accepted }) => accepted))
  return outcomes.reduce(
    (sum, outcome) => {
      const told = countsOf(outcome)
      return { undone: sum.undone + told.undone, skipped: sum.skipped + told.skipped }
    },
    { undone, skipped: 0 },
  )
}

/** One record each, but for what was done in bulk: there the server counts. */
function countsOf(outcome: Accepted): UndoResult {
  if (outcome.state === 'refused') return { undone: 0, skipped: 1 }
  const counted = outcome.state === 'saved' ? (outcome.result as Partial<UndoResult> | undefined) : undefined
  return { undone: counted?.undone ?? 1, skipped: counted?.skipped ?? 0 }
}

function inverseOf(write: Write, outcome: Outcome): Write | undefined {
  if (outcome.state !== 'saved') return undefined
  const { object } = write
  switch (write.kind) {
    case 'create':
      return { kind: 'delete', object, ids: [write.id] }
    case 'delete':
      return { kind: 'restore', object, ids: write.ids }
    case 'restore':
      return { kind: 'delete', object, ids: write.ids }
    case 'update': {
      const { id, values, before, shown, shownBefore } = write
      const saved = outcome.result as RecordData
      return {
        kind: 'update',
        object,
        id,
        values: before,
        before: Object.fromEntries(Object.keys(values).map((wire) => [wire, saved[wire] ?? null])),
        version: saved.version,
        ...(shownBefore !== undefined && { shown: shownBefore }),
        ...(shown !== undefined && { shownBefore: shown }),
      }
    }
    case 'bulk': {
      const { undo: token } = outcome.result as { readonly undo?: unknown }
      return typeof token === 'string' ? { kind: 'undo', object, token } : undefined
    }
    case 'undo':
      return undefined
  }
}
