import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { wallTime } from '#web/fields/wall-time.ts'

/** Small changes of one person to one record, or records of one object that came together, within minutes: one line that unfolds. */
export interface Run {
  /** Id of its newest entry. */
  readonly id: string
  /** Newest first, two or more. */
  readonly entries: readonly TimelineEntry[]
}

type TimelineLine = TimelineEntry | Run

export const isRun = (line: TimelineLine): line is Run => 'entries' in line

interface DayGroup {
  /** `YYYY-MM-DD` in the asker's time zone. */
  readonly day: string
  readonly lines: readonly TimelineLine[]
}

/** Further apart, changes are occasions of their own. */
const apart = 10 * 60_000

/**
 * The entries (newest first) by day. `weighty` tells which changes always stand alone: a new stage, a new owner.
 */
export function dayGroups(
  entries: readonly TimelineEntry[],
  timeZone: string,
  weighty: (entry: TimelineEntry) => boolean,
): readonly DayGroup[] {
  const groups: { day: string; lines: TimelineLine[] }[] = []
  for (const entry of entries) {
    const day = wallTime(entry.at, timeZone).slice(0, 10)
    const group = groups.at(-1)
    if (group?.day !== day) {
      groups.push({ day, lines: [entry] })
      continue
    }
    const before = group.lines.at(-1)
    const joined = before === undefined ? undefined : join(before, entry, weighty)
    if (joined === undefined) group.lines.push(entry)
    else group.lines[group.lines.length - 1] = joined
  }
  return groups
}

function join(
  before: TimelineLine,
  entry: TimelineEntry,
  weighty: (entry: TimelineEntry) => boolean,
): Run | undefined {
  const run = isRun(before) ? before.entries : [before]
  const last = run.at(-1)
  if (last === undefined || weighty(last) || weighty(entry)) return undefined
  const occasion = occasionOf(entry)
  if (occasion === undefined || occasion !== occasionOf(last)) return undefined
  if (Date.parse(last.at) - Date.parse(entry.at) > apart) return undefined
  return { id: run[0]?.id ?? entry.id, entries: [...run, entry] }
}

/** Entries of one occasion may stand in one line; undefined: always by itself. */
function occasionOf({ kind, object, recordId, actor }: TimelineEntry): string | undefined {
  if (kind === 'change') return `change ${recordId} ${actor?.id}`
  return kind === 'created' ? `created ${object} ${actor?.id}` : undefined
}
