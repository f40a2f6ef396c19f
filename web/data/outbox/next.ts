import { type Entry, touched } from './entry.ts'

/**
 * Entries that may be sent now: the first of each record, and none that refers to a record which is still to be made.
 * @param waiting in the order in which they were made
 */
export function nextOf(
  waiting: readonly Entry[],
  most: number,
  free: (entry: Entry) => boolean,
): readonly Entry[] {
  const records = new Set<string>()
  const objects = new Set<string>()
  /** Objects of which any record may be meant by an earlier entry. */
  const whole = new Set<string>()
  const made: string[] = []
  const next: Entry[] = []
  for (const entry of waiting) {
    if (next.length >= most) break
    const { object } = entry.write
    const names = touched(entry.write)?.map((id) => `${object}/${id}`)
    const behind =
      whole.has(object) ||
      (names === undefined ? objects.has(object) : names.some((name) => records.has(name))) ||
      (made.length > 0 && refersTo(entry, made))
    if (!behind && free(entry)) next.push(entry)
    objects.add(object)
    if (names === undefined) whole.add(object)
    else for (const name of names) records.add(name)
    if (entry.write.kind === 'create') made.push(entry.write.id)
  }
  return next
}

function refersTo({ write }: Entry, ids: readonly string[]): boolean {
  const text = JSON.stringify(write)
  return ids.some((id) => text.includes(id))
}
