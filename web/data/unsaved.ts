import type { Entry, Write } from './outbox/entry.ts'
import { outbox } from './outbox/line.ts'

export type { Entry } from './outbox/entry.ts'
export { sameValue } from './outbox/same-value.ts'
export { errorOf } from './outbox/verdict.ts'

/** Sends a refused write once more; of a conflict, over what the other person left. */
export function retryEntry({ id, write, refusal }: Entry): void {
  const theirs = refusal?.theirs
  const again: Write =
    write.kind === 'update' && theirs !== undefined
      ? {
          ...write,
          version: theirs.version,
          before: Object.fromEntries(Object.keys(write.values).map((wire) => [wire, theirs[wire] ?? null])),
        }
      : write
  void outbox().retry(id, again)
}

/** Forgets a refused write with all that was typed. */
export function discardEntry({ id }: Entry): void {
  void outbox().discard(id)
}

/** Tries at once what waits. */
export function sendNow(): void {
  outbox().wake()
}
