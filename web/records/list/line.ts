import type { RecordData } from '#web/data/index.ts'
import type { Group } from './group.ts'

/** One line of the list: a record, the head of a group, or a place whose record is on its way. */
export type Line =
  | { readonly kind: 'record'; readonly record: RecordData; readonly number: number }
  | { readonly kind: 'group'; readonly group: Group; readonly open: boolean }
  | { readonly kind: 'waiting'; readonly key: string }

/** What the grid draws, line by line, without knowing where it comes from. */
export interface Lines {
  /** With places that wait for their records. */
  readonly length: number
  /** How many the cursor may stand on. */
  readonly standing: number
  readonly at: (index: number) => Line | undefined
  /** The records that have arrived, in order. */
  readonly records: readonly RecordData[]
  /** Asks for what these lines wait for. */
  readonly need: (first: number, last: number) => void
  readonly loading: boolean
  /** Records in all; undefined while that is unknown. */
  readonly count: number | undefined
  readonly complete: boolean
}

/** A group with as many of its records as have arrived. */
export interface Section {
  readonly group: Group
  readonly open: boolean
  readonly records: readonly RecordData[]
  /** Places below them that wait. */
  readonly waiting: number
}

/** Index of the line at which each section begins, and after the last one the number of all lines. */
export function startsOf(sections: readonly Section[]): readonly number[] {
  const starts = [0]
  for (const { open, records, waiting } of sections) {
    starts.push((starts.at(-1) ?? 0) + 1 + (open ? records.length + waiting : 0))
  }
  return starts
}

/** Which section a line is in. `starts` ascend: found by halving. */
export function sectionAt(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle
  }
  return low
}

export function lineOf(
  sections: readonly Section[],
  starts: readonly number[],
  index: number,
): Line | undefined {
  if (index < 0 || index >= (starts.at(-1) ?? 0)) return undefined
  const at = sectionAt(starts, index)
  const section = sections[at]
  if (section === undefined) return undefined
  const place = index - (starts[at] ?? 0) - 1
  if (place < 0) return { kind: 'group', group: section.group, open: section.open }
  const record = section.records[place]
  return record === undefined
    ? { kind: 'waiting', key: `${section.group.key} ${place}` }
    : { kind: 'record', record, number: place + 1 }
}
