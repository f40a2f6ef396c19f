/** What the head of a column says of all its cards, loaded or not; amounts in the workspace's currency. */
export interface Totals {
  readonly count: number
  readonly sum: number
  readonly weighted: number
}

/** A card on its way from one column to another, which the server's figures do not know yet. */
export interface Shift {
  readonly from: string
  readonly to: string
  /** Undefined where the card is in another currency: then only the count is known beforehand. */
  readonly amount: number | undefined
  /** Per cent by which the amount counts before and after. */
  readonly weightFrom: number
  readonly weightTo: number
}

export const noTotals: Totals = { count: 0, sum: 0, weighted: 0 }

/** The figures of a column as the cards on their way will make them. */
export function shifted(totals: Totals, column: string, shifts: readonly Shift[]): Totals {
  return shifts.reduce((now, { from, to, amount = 0, weightFrom, weightTo }) => {
    if (from === to || (column !== from && column !== to)) return now
    const sign = column === to ? 1 : -1
    const weight = column === to ? weightTo : weightFrom
    return {
      count: Math.max(0, now.count + sign),
      sum: now.sum + sign * amount,
      weighted: now.weighted + (sign * amount * weight) / 100,
    }
  }, totals)
}
