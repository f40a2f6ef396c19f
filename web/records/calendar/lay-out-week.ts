import { type Entry, firstDayOf, lastDayOf } from './entry.ts'

/** An entry in a row of days. */
interface Bar {
  readonly entry: Entry
  /** Place of its first shown day in the row, from 0. */
  readonly at: number
  /** Shown days. */
  readonly days: number
  /** From the top, from 0. */
  readonly lane: number
  /** It goes on before or after the row. */
  readonly before: boolean
  readonly after: boolean
}

interface WeekLayout {
  readonly bars: readonly Bar[]
  /** How many entries of each day have no room. */
  readonly hidden: readonly number[]
  readonly lanes: number
}

/** Longer ones on top, then what begins earlier. */
const inOrder = (a: Entry, b: Entry): number =>
  lastDayOf(b) - firstDayOf(b) - (lastDayOf(a) - firstDayOf(a)) ||
  Number(b.allDay) - Number(a.allDay) ||
  a.from - b.from ||
  (a.key < b.key ? -1 : 1)

/**
 * Entries in a row of consecutive days, none over another.
 * @param room lanes that fit; where a day has more, its last lane is left to say how many
 */
export function layOutWeek(entries: readonly Entry[], days: readonly number[], room: number): WeekLayout {
  const [first = 0] = days
  const last = first + days.length - 1
  const taken = days.map(() => new Set<number>())
  const counts = days.map(() => 0)
  const placed = entries
    .filter((entry) => firstDayOf(entry) <= last && lastDayOf(entry) >= first)
    .toSorted(inOrder)
    .map((entry): Bar => {
      const at = Math.max(0, firstDayOf(entry) - first)
      const end = Math.min(days.length - 1, lastDayOf(entry) - first)
      let lane = 0
      while (taken.slice(at, end + 1).some((lanes) => lanes.has(lane))) lane++
      for (let day = at; day <= end; day++) {
        taken[day]?.add(lane)
        counts[day] = (counts[day] ?? 0) + 1
      }
      return {
        entry,
        at,
        days: end - at + 1,
        lane,
        before: firstDayOf(entry) < first,
        after: lastDayOf(entry) > last,
      }
    })
  const limits = taken.map((lanes) => (Math.max(-1, ...lanes) >= room ? room - 1 : room))
  const bars = placed.filter(({ at, days: length, lane }) =>
    limits.slice(at, at + length).every((limit) => lane < limit),
  )
  const shown = days.map(() => 0)
  for (const { at, days: length } of bars)
    for (let day = at; day < at + length; day++) shown[day] = (shown[day] ?? 0) + 1
  return {
    bars,
    hidden: counts.map((count, day) => count - (shown[day] ?? 0)),
    lanes: bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0),
  }
}
