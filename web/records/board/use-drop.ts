import { useCallback, useEffect, useRef } from 'react'
import type { BoardParts } from './board-context.ts'
import type { Target } from './drag-target.ts'
import { ranksFor } from './drop-rank.ts'
import type { Move } from './use-move.ts'
import type { ShiftOf } from './use-shift.ts'

/** Longest wait, in ms, for a card to show at its new place before the hand lets go of it all the same. */
const patience = 600

/**
 * Puts the lifted card down where it is held. It stays in the hand until it shows at its new place, or until what the
 * column requires was answered, so that it never flickers back.
 * @param move gives false where a question has to be answered first
 */
export function useDrop(parts: BoardParts, move: (move: Move) => boolean, shiftOf: ShiftOf) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<() => void>(undefined)
  const letGo = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = undefined
    parts.store.putDown()
  }, [parts])
  useEffect(() => () => clearTimeout(timer.current), [])

  const settle = useCallback(
    (id: string, target: Target) => {
      const { pool } = parts
      const before = pool.find(id)?.record
      const done = () => {
        if (parts.store.get().lift?.record.id === id) letGo()
      }
      timer.current = setTimeout(done, patience)
      waiting.current = pool.subscribe(() => {
        const now = pool.find(id)
        if (now === undefined || (now.record !== before && now.column === target.column)) done()
      })
    },
    [parts, letGo],
  )

  const drop = useCallback(() => {
    const { store, pool, columns, manual, mayCross, acts } = parts
    const { lift, target } = store.get()
    if (lift === undefined || target === undefined) return letGo()
    const { record } = pool.find(lift.record.id) ?? lift
    const to = columns.find(({ id }) => id === target.column)
    const stays = lift.from === target.column && (target.index === undefined || target.index === lift.index)
    if (to === undefined || (stays && lift.also.length === 0)) return letGo()
    const moved = [record, ...lift.also]
    const kept = moved.find((one) => pool.columnOf(one) !== to.id && !mayCross(one))
    if (kept !== undefined) {
      acts.refuse(kept)
      return letGo()
    }
    const others = pool.cards(target.column).filter(({ id }) => id !== record.id)
    const ids = moved.map(({ id }) => id)
    const ranks = manual ? ranksFor(others, target.index ?? 0, pool.more(target.column), ids) : []
    const cards = moved.map((one, index) => ({
      record: one,
      rank: ranks[index],
      shift: shiftOf(one, pool.columnOf(one), to.id),
    }))
    const put = move({ cards, to })
    if (put) settle(record.id, target)
  }, [parts, move, shiftOf, letGo, settle])
  return { drop, letGo, settle }
}
