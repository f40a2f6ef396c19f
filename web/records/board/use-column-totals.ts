import { useContext } from 'react'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'
import { noTotals, shifted, type Totals } from './totals.ts'
import { TotalsContext } from './totals-context.ts'
import { useShift } from './use-shift.ts'

/** The figures of a column now, and as they were before the card in the hand. */
export function useColumnTotals(column: string): { totals: Totals; before: Totals | undefined } {
  const { store, sum, columns, pool } = useBoard()
  const { totals, shifts } = useContext(TotalsContext)
  const shiftOf = useShift(sum, columns)
  const lift = useMoment(store, (moment) => moment.lift)
  const over = useMoment(store, ({ target }) => target?.column)
  const now = shifted(totals.get(column) ?? noTotals, column, shifts)
  if (lift === undefined || over === undefined) return { totals: now, before: undefined }
  const lifted = [lift.record, ...lift.also]
  const coming = lifted.map((record) => shiftOf(record, pool.columnOf(record), over))
  const then = shifted(now, column, coming)
  return { totals: then, before: then === now ? undefined : now }
}
