import { columnIdOf } from './board-column.ts'
import type { BoardQuery } from './board-query.ts'
import type { Totals } from './totals.ts'

type Row = Readonly<Record<string, unknown>>

/** The answer to `totalsQuery` by column, the greatest first; cards of another pipeline are left out. */
export function readTotals(
  rows: readonly Row[],
  { field, parent }: Pick<BoardQuery, 'field' | 'parent'>,
): ReadonlyMap<string, Totals> {
  const totals = new Map<string, Totals>()
  for (const row of rows) {
    const id = columnIdOf(row[field.wire])
    const home = parent === undefined ? undefined : row[parent.of.own.wire]
    if (row[field.wire] === null && parent !== undefined && home !== null && home !== parent.id) continue
    const old = totals.get(id)
    const sums = Object.entries(row).filter(([name]) => name.startsWith('sum('))
    const [sum, weighted] = sums.map(([, value]) => Number(value ?? 0))
    totals.set(id, {
      count: (old?.count ?? 0) + Number(row.count ?? 0),
      sum: (old?.sum ?? 0) + (sum ?? 0),
      weighted: (old?.weighted ?? 0) + (weighted ?? 0),
    })
  }
  return totals
}
