import { dayLength, printDay, printSeconds, toDay } from '#shared/fields/calendar.ts'
import { decimalOf } from '#shared/fields/decimal-text.ts'
import type { FieldTypeName, Locale } from '#shared/fields/field-type.ts'
import { formatValue } from '#shared/fields/index.ts'
import { joinList } from '#shared/fields/list-text.ts'
import { toLocal } from '#shared/fields/time-zone.ts'
import type { Field } from '#shared/metadata/catalogue.ts'

/**
 * A value as a spreadsheet keeps it. Numbers are decimal texts in plain notation; dates are `YYYY-MM-DD`, moments
 * `YYYY-MM-DD hh:mm:ss` by the caller's clock.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'money' | 'percent'; readonly decimal: string }
  | { readonly kind: 'date' | 'dateTime'; readonly text: string }

export const text = (value: string): Cell => ({ kind: 'text', text: value })

const number =
  (kind: 'number' | 'money' | 'percent') =>
  (value: unknown): Cell => ({ kind, decimal: typeof value === 'number' ? decimalOf(value) : String(value) })

type ToCell = (value: unknown, field: Field, locale: Locale) => Cell

/** The text that people read and the import reads back. */
const asText: ToCell = (value, field, locale) => text(formatValue(field, value, locale))

/** Titles of what the ids point to. */
const asNames: ToCell = (value, _field, { language }) =>
  text(Array.isArray(value) ? joinList(value.map(String), language) : String(value))

const cells: Readonly<Record<FieldTypeName, ToCell>> = {
  text: asText,
  longText: asText,
  richText: asText,
  number: number('number'),
  money: number('money'),
  percent: number('percent'),
  boolean: asText,
  date: (value) => ({ kind: 'date', text: String(value) }),
  dateTime: (value, _field, { timeZone }) => momentCell(String(value), timeZone),
  select: asText,
  multiSelect: asText,
  tags: asText,
  email: asText,
  phone: asText,
  url: asText,
  address: asText,
  rating: number('number'),
  autoNumber: asText,
  user: asNames,
  relation: asNames,
  relations: asNames,
  anyRecord: asNames,
  file: asNames,
  json: asText,
}

/** A value of a field as it is on the wire, relations by title. */
export function cellOf(value: unknown, field: Field, locale: Locale): Cell {
  if (value === null || value === undefined) return text('')
  return cells[field.type](value, field, locale)
}

function momentCell(moment: string, timeZone: string): Cell {
  const instant = Date.parse(moment)
  if (Number.isNaN(instant)) return text(moment)
  const local = toLocal(Math.floor(instant / 1000) * 1000, timeZone)
  const day = Math.floor(local / dayLength)
  const date = printDay(day)
  return date === undefined
    ? text(moment)
    : { kind: 'dateTime', text: `${date} ${printSeconds(Math.floor((local - day * dayLength) / 1000))}` }
}

/** Days since 1970 and seconds of the day, of the text of a date or a moment. */
export function daysOf(written: string): { readonly day: number; readonly seconds: number } {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = written.split(/[- :]/).map(Number)
  return { day: toDay(year, month, date), seconds: hour * 3600 + minute * 60 + second }
}
