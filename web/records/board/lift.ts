import type { RecordData } from '#web/data/index.ts'
import type { BoardParts } from './board-context.ts'
import type { Lift } from './board-store.ts'

interface Found {
  readonly record: RecordData
  readonly column: string
  readonly index: number
}

/** Takes a card into the hand; where it is ticked, the other ticked ones go along. */
export function lift(
  { store, pool, manual }: Pick<BoardParts, 'store' | 'pool' | 'manual'>,
  { record, column, index }: Found,
  size: Pick<Lift, 'width' | 'height' | 'by'>,
): void {
  const { selected } = store.get()
  const others = selected.has(record.id) ? [...selected].filter((id) => id !== record.id) : []
  const also = others.map((id) => pool.find(id)?.record).filter((one) => one !== undefined)
  store.set({
    lift: { record, also, from: column, index, ...size },
    target: { column, index: manual ? index : undefined },
    editing: undefined,
    adding: undefined,
  })
}
