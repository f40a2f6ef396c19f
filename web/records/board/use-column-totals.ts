import { useContext } from 'react'
import { useBoard } from './board-context.ts'
import { type BoardMoment, useMoment } from './board-store.ts'
import { noTotals, shifted, type Totals } from './totals.ts'
import { TotalsContext } from './totals-context.ts'
import { useShift } from './use-shift.ts'

/** The figures of a column now, and as they were before the card in the hand. */
export function useColumnTotals(column: string): { totals: Totals; before: Totals | undefined } {
  const { store, sum, columns, pool } = useBoard()
  const { totals, shifts } = useContext(TotalsContext)
  const shiftOf = useShift(sum, columns)
  // Columns that nothing leaves and nothing comes to are not drawn anew while a card is led across.
  const touched = ({ lift, target }: BoardMoment) =>
    lift !== undefined &&
    (target?.column === column || [lift.record, ...lift.also].some((card) => pool.columnOf(card) === column))
  const lift = useMoment(store, (moment) => (touched(moment) ? moment.lift : undefined))
  const over = useMoment(store, (moment) => (touched(moment) ? moment.target?.column : undefined))
  const now = shifted(totals.get(column) ?? noTotals, column, shifts)
  if (lift === undefined || over === undefined) return { totals: now, before: undefined }
  const lifted = [lift.record, ...lift.also]
  const coming = lifted.map((record) => shiftOf(record, pool.columnOf(record), over))
  const then = shifted(now, column, coming)
  return { totals: then, before: then === now ? undefined : now }
}
