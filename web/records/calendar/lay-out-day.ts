import { dayLength } from '#shared/fields/calendar.ts'
import type { Entry } from './entry.ts'

/** An entry among the hours of a day. */
interface Block {
  readonly entry: Entry
  /** Minutes since midnight by the clock on the wall. */
  readonly top: number
  readonly minutes: number
  /** Which column of how many. */
  readonly column: number
  readonly columns: number
}

/** Entries that have no column left, where they stand. */
interface Crowd {
  readonly top: number
  readonly column: number
  readonly columns: number
  readonly entries: readonly Entry[]
}

/** A shorter one could be neither read nor hit. */
const leastMinutes = 30
const dayMinutes = 24 * 60

/**
 * Entries of a day side by side where they overlap.
 * @param most columns; where more overlap, the last column says how many
 */
export function layOutDay(
  entries: readonly Entry[],
  day: number,
  most: number,
): { readonly blocks: readonly Block[]; readonly crowds: readonly Crowd[] } {
  const placed = entries
    .map((entry) => {
      const begin = Math.max(0, (entry.from - day * dayLength) / 60_000)
      const end = Math.min(dayMinutes, (entry.to - day * dayLength) / 60_000)
      const top = Math.min(begin, dayMinutes - leastMinutes)
      return { entry, top, minutes: Math.max(leastMinutes, end - top) }
    })
    .toSorted((a, b) => a.top - b.top || b.minutes - a.minutes || (a.entry.key < b.entry.key ? -1 : 1))
  const blocks: Block[] = []
  const crowds: Crowd[] = []
  let cluster: { readonly one: (typeof placed)[number]; readonly column: number }[] = []
  let ends: number[] = []
  const close = () => {
    const columns = Math.min(most, ends.length)
    const crowded = ends.length > most
    const rest: Entry[] = []
    let top = dayMinutes
    for (const { one, column } of cluster) {
      if (crowded && column >= most - 1) {
        rest.push(one.entry)
        top = Math.min(top, one.top)
      } else blocks.push({ ...one, column, columns })
    }
    if (rest.length > 0) crowds.push({ top, column: most - 1, columns, entries: rest })
    cluster = []
    ends = []
  }
  for (const one of placed) {
    if (cluster.length > 0 && ends.every((end) => end <= one.top)) close()
    const free = ends.findIndex((end) => end <= one.top)
    const column = free < 0 ? ends.length : free
    ends[column] = one.top + one.minutes
    cluster.push({ one, column })
  }
  if (cluster.length > 0) close()
  return { blocks, crowds }
}
