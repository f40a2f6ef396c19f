import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordChange } from '#web/data/index.ts'

const dayLength = 86_400_000

/**
 * Whole days that a record spent at each step so far, the present one included; a step that was left and taken again
 * counts both times.
 * @param changes all that is known of the record's history, newest first
 * @param current wire value of the present step
 * @param since when the record was made, ISO 8601
 */
export function stageDays(
  changes: readonly Pick<RecordChange, 'at' | 'before' | 'after'>[],
  field: Pick<Field, 'wire' | 'key'>,
  current: string,
  since: string,
  now: string,
): ReadonlyMap<string, number> {
  const spent = new Map<string, number>()
  const add = (step: unknown, from: string, until: string) => {
    if (typeof step !== 'string') return
    const time = Math.max(0, Date.parse(until) - Date.parse(from))
    spent.set(step, (spent.get(step) ?? 0) + time)
  }
  let until = now
  let step: unknown = current
  for (const { at, before, after } of changes) {
    const left = valueIn(before, field)
    const taken = valueIn(after, field)
    // What is filled in at first is told by `since`: an import writes it down later than it was.
    if (before === null || taken === undefined || taken === left) continue
    add(step, at, until)
    until = at
    step = left
  }
  add(step, since, until)
  return new Map([...spent].map(([value, time]) => [value, Math.floor(time / dayLength)]))
}

const valueIn = (
  values: Readonly<Record<string, unknown>> | null,
  { wire, key }: Pick<Field, 'wire' | 'key'>,
): unknown => values?.[wire] ?? values?.[key]
