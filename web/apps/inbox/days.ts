import type { Notification } from '#web/data/notifications.ts'
import { wallTime } from '#web/fields/wall-time.ts'

interface Day {
  /** `YYYY-MM-DD` in the reader's time zone. */
  readonly date: string
  readonly entries: readonly Notification[]
}

/** Notifications, newest first, by the day on which they came. */
export function byDay(entries: readonly Notification[], timeZone: string): readonly Day[] {
  return [...Map.groupBy(entries, ({ at }) => wallTime(at, timeZone).slice(0, 10))].map(
    ([date, entries]) => ({ date, entries }),
  )
}

/** Whether a day is today or the one before, where a reader is. */
export function nearDay(date: string, now: string, timeZone: string): 'today' | 'yesterday' | undefined {
  if (date === wallTime(now, timeZone).slice(0, 10)) return 'today'
  const dayBefore = new Date(`${wallTime(now, timeZone).slice(0, 10)}T00:00:00Z`).getTime() - 86_400_000
  return date === new Date(dayBefore).toISOString().slice(0, 10) ? 'yesterday' : undefined
}
