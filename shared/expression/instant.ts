import { toInstant } from '#shared/fields/time-zone.ts'

/** dateTimes inside expressions: ISO 8601 UTC with six digits of fraction, so that text order is time order. */

const pattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/** RFC 3339 text → canonical form; undefined when it is no such time of the years 1 to 9999. Without an offset it is UTC. */
export function instant(text: string): string | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [, day = '', minutes = '', seconds = '00', fraction = '', zone = 'Z'] = match
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const milliseconds = Date.parse(`${day}T${minutes}:${seconds}${offset.toUpperCase()}`)
  const moment = new Date(milliseconds)
  if (toDate(moment) === undefined || !isDate(day)) return undefined
  return `${moment.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`
}

/**
 * A moment as an expression writes it: canonical, or without its `Z` where the text names no offset and so means the asker's
 * clock, as dates and `today()` do. It is kept as it was written: a shared view asks each reader's own clock.
 */
export function writtenMoment(text: string): string | undefined {
  const moment = instant(text)
  return pattern.exec(text)?.[5] === undefined ? moment?.slice(0, -1) : moment
}

/** The moment that `writtenMoment` means by a clock, canonical; undefined outside the years 1 to 9999. */
export function momentByClock(written: string, timeZone: string): string | undefined {
  if (written.endsWith('Z')) return written
  const moment = new Date(toInstant(Date.parse(`${written.slice(0, 19)}Z`), timeZone))
  return toDate(moment) && `${moment.toISOString().slice(0, 19)}${written.slice(19)}Z`
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The date that a clock in `timeZone` shows at a moment; undefined outside the years 1 to 9999, where only the clock's offset leads. */
export const dayOf = (canonical: string, timeZone: string): string | undefined =>
  toDate(localDay(canonical, timeZone))

/** Sign of a moment's date on that clock minus another date. */
export const dayOrder = (canonical: string, date: string, timeZone: string): number =>
  localDay(canonical, timeZone).getTime() - Date.parse(`${date}T00:00:00Z`)

/** The clock's date, as its midnight in UTC. */
function localDay(canonical: string, timeZone: string): Date {
  let format = dayFormats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      era: 'short',
    })
    dayFormats.set(timeZone, format)
  }
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(Date.parse(`${canonical.slice(0, 23)}Z`)))
    part[type] = value
  const day = new Date(0)
  // The year before 1 AD is 1 BC, which Date counts as 0.
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
  day.setUTCFullYear(year, Number(part.month) - 1, Number(part.day))
  return day
}

/** A date `days` later; undefined outside the years 1 to 9999. */
export function addDays(date: string, days: number): string | undefined {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
  return toDate(moved)
}

export function toDate(moment: Date): string | undefined {
  const year = moment.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return undefined
  return moment.toISOString().slice(0, 10)
}
