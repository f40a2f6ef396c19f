import { dayLength, toDay } from './calendar.ts'

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

/** Offsets of days without a change of clocks, by zone and UTC day: lists and exports ask for the same days again and again. */
const offsets = new Map<string, Map<number, number | undefined>>()
const mostDays = 5_000

/** An instant as local time of a zone (see calendar.ts); UTC where the zone is unknown here. */
export function toLocal(instant: number, timeZone: string): number {
  const formatter = timeZone === 'UTC' ? undefined : formatterOf(timeZone)
  if (formatter === undefined) return instant
  let days = offsets.get(timeZone)
  if (days === undefined || days.size > mostDays) {
    days = new Map()
    offsets.set(timeZone, days)
  }
  const day = Math.floor(instant / dayLength)
  if (!days.has(day)) days.set(day, offsetOfDay(day, formatter))
  return instant + (days.get(day) ?? offsetAt(instant, formatter))
}

/** The offset that holds all day, undefined where clocks change on it. */
function offsetOfDay(day: number, formatter: Intl.DateTimeFormat): number | undefined {
  const offset = offsetAt(day * dayLength, formatter)
  return offset === offsetAt((day + 1) * dayLength, formatter) ? offset : undefined
}

function offsetAt(instant: number, formatter: Intl.DateTimeFormat): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatter.formatToParts(instant)) {
    if (isPart(type)) part[type] = Number(value)
  }
  const seconds = part.hour * 3600 + part.minute * 60 + part.second
  const local = toDay(part.year, part.month, part.day) * dayLength + seconds * 1000
  return local - Math.floor(instant / 1000) * 1000
}

const isPart = (type: string): type is 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' =>
  partNames.has(type)
const partNames: ReadonlySet<string> = new Set(['year', 'month', 'day', 'hour', 'minute', 'second'])

/** The instant of a local time; in the hour that clocks skip, the one after it; in the hour they repeat, the first. */
export function toInstant(local: number, timeZone: string): number {
  const offset = (instant: number) => toLocal(instant, timeZone) - instant
  const before = local - offset(local - dayLength)
  if (before + offset(before) === local) return before
  const after = local - offset(local + dayLength)
  return after + offset(after) === local ? after : before
}
