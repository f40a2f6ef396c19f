import type { RecordData } from '#web/data/index.ts'
import type { BoardParts } from './board-context.ts'
import type { Lift } from './board-store.ts'

interface Found {
  readonly record: RecordData
  readonly column: string
  readonly index: number
}

/** A card as it lies in the hand; where it is ticked, the other ticked ones go along. */
export function liftOf(
  { store, pool, mayLift }: Pick<BoardParts, 'store' | 'pool' | 'mayLift'>,
  { record, column, index }: Found,
  size: Pick<Lift, 'width' | 'height' | 'by'>,
): Lift {
  const { selected } = store.get()
  const others = selected.has(record.id) ? [...selected].filter((id) => id !== record.id) : []
  const also = others.flatMap((id) => pool.find(id)?.record ?? []).filter(mayLift)
  return { record, also, from: column, index, ...size }
}

/** Takes a card out of its column. */
export function lift({ store, manual }: Pick<BoardParts, 'store' | 'manual'>, held: Lift): void {
  store.set({
    lift: held,
    target: { column: held.from, index: manual ? held.index : undefined },
    editing: undefined,
    adding: undefined,
  })
}
