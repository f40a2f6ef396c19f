import { dayLength, isDate, printDay, printSeconds, toDay } from './calendar.ts'
import { formatDay } from './date.ts'
import { accept, type FieldType, type Parsed, refuse } from './field-type.ts'
import { readDateTime } from './read-date.ts'
import { toInstant, toLocal } from './time-zone.ts'

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/i

/** Seconds since 1970 and the fraction's digits (at most six, no trailing zeros) of an RFC 3339 time; undefined where it is none. */
function instantOf(text: string): { seconds: number; fraction: string } | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)]
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 60) return undefined
  if (offsetHours > 23 || offsetMinutes > 59) return undefined
  const offset = (offsetHours * 60 + offsetMinutes) * (match[8] === '-' ? -60 : 60)
  return {
    seconds: toDay(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset,
    fraction: (match[7] ?? '').slice(0, 6).replace(/0+$/, ''),
  }
}

/** Already as print would give it, but for a leap second. */
const canonical = /^.{10}T.{6}[0-5]\d(?:\.\d{0,5}[1-9])?Z$/

function print(seconds: number, fraction: string): Parsed {
  const day = Math.floor(seconds / 86_400)
  const printed = printDay(day)
  if (printed === undefined) return refuse('invalid_date_time')
  const time = printSeconds(seconds - day * 86_400)
  return accept(`${printed}T${time}${fraction === '' ? '' : `.${fraction}`}Z`)
}

function parse(value: unknown): Parsed {
  if (typeof value !== 'string') return refuse('wrong_type', { expected: 'string' })
  if (value === '') return accept(null)
  const instant = instantOf(value)
  if (instant === undefined) return refuse('invalid_date_time')
  return canonical.test(value) ? accept(value) : print(instant.seconds, instant.fraction)
}

/**
 * ISO 8601 in UTC: `2026-11-20T08:30:00.123Z`. Digits of a second beyond microseconds are cut, trailing zeros are left out,
 * so that equal moments are equal texts and the text is the one that the database prints.
 */
export const dateTime: FieldType = {
  name: 'dateTime',
  kind: 'dateTime',
  column: 'timestamptz',
  wire: (column) => `replace((${column} at time zone 'UTC')::text, ' ', 'T') || 'Z'`,
  sortable: true,
  groupable: true,
  searchable: false,
  uniqueable: false,
  settings: [],
  parse,
  /** A date without a time is its midnight in `locale.timeZone`. */
  read: (text, _field, locale) => {
    const iso = parse(text.trim())
    if (iso.ok) return iso
    const read = readDateTime(text, locale)
    if (read === undefined) return refuse('invalid_date_time')
    const instant = toInstant(read.day * dayLength + read.seconds * 1000, locale.timeZone)
    return print(Math.floor(instant / 1000), '')
  },
  /** To the minute, by the 24-hour clock of `locale.timeZone`. */
  format: (value, _field, locale) => {
    const instant = typeof value === 'string' ? instantOf(value) : undefined
    if (instant === undefined) return String(value)
    const local = toLocal(instant.seconds * 1000, locale.timeZone)
    const day = Math.floor(local / dayLength)
    const time = printSeconds(Math.floor((local - day * dayLength) / 1000)).slice(0, 5)
    return `${formatDay(day, locale)}${locale.language === 'en' ? ', ' : ' '}${time}`
  },
  schema: () => ({ type: 'string', format: 'date-time', description: 'ISO 8601; served in UTC' }),
}
