import { toDay } from './calendar.ts'

const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(timeZone)) formatters.set(timeZone, makeFormatter(timeZone))
  return formatters.get(timeZone)
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}

/** An instant as local time of a zone (see calendar.ts); UTC where the zone is unknown here. */
export function toLocal(instant: number, timeZone: string): number {
  const formatter = timeZone === 'UTC' ? undefined : formatterOf(timeZone)
  if (formatter === undefined) return instant
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatter.formatToParts(instant)) {
    if (Object.hasOwn(part, type)) part[type as keyof typeof part] = Number(value)
  }
  const seconds = part.hour * 3600 + part.minute * 60 + part.second
  const milliseconds = ((instant % 1000) + 1000) % 1000
  return toDay(part.year, part.month, part.day) * 86_400_000 + seconds * 1000 + milliseconds
}

/** The instant of a local time; in the hour that clocks skip, the one after it; in the hour they repeat, the first. */
export function toInstant(local: number, timeZone: string): number {
  const offset = (instant: number) => toLocal(instant, timeZone) - instant
  const before = local - offset(local - 86_400_000)
  if (before + offset(before) === local) return before
  const after = local - offset(local + 86_400_000)
  return after + offset(after) === local ? after : before
}
