/** Of 100 records this many are of each object, as in a sales team that works with its CRM. */
const shares = { company: 10, contact: 30, lead: 10, deal: 14, activity: 30, task: 6 } as const

export type Counted = keyof typeof shares
export type Counts = Readonly<Record<Counted, number>>

const objects = Object.keys(shares) as Counted[]

/** How many records of each object make `records` together. */
export function countsOf(records: number): Counts {
  const counts = {} as Record<Counted, number>
  let sum = 0
  let made = 0
  for (const object of objects) {
    sum += shares[object]
    const until = Math.ceil((records * sum) / 100)
    counts[object] = until - made
    made = until
  }
  return counts
}

/** The whole number that falls to the part from `from` to `to` (0…1); the parts of 0…1 add up to the total. */
export function portion(total: number, from: number, to: number): number {
  return Math.floor(total * to) - Math.floor(total * from)
}

/**
 * Deals `total` things out by weight: each gets its share, rounded down or up so that the sum is exact (systematic
 * sampling). With `least`, everybody first gets that many, if there are enough.
 */
export function spread(total: number, weights: readonly number[], start: number, least = 0): number[] {
  const first = total >= least * weights.length ? least : 0
  const rest = total - first * weights.length
  const sum = weights.reduce((before, weight) => before + weight, 0)
  let reached = 0
  let given = 0
  return weights.map((weight, index) => {
    reached += weight
    const until = index === weights.length - 1 ? rest : Math.floor((rest * reached) / sum + start * 0.999)
    const count = Math.max(0, Math.min(until, rest) - given)
    given += count
    return first + count
  })
}
