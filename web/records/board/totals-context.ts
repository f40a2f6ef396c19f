import { createContext } from 'react'
import type { Shift, Totals } from './totals.ts'

/** Figures of the columns as the server knows them, and the cards on their way. */
interface TotalsInView {
  readonly totals: ReadonlyMap<string, Totals>
  readonly shifts: readonly Shift[]
}

export const TotalsContext = createContext<TotalsInView>({ totals: new Map(), shifts: [] })
