import { dayLength, printDay } from '#shared/fields/calendar.ts'
import { toInstant, toLocal } from '#shared/fields/time-zone.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Color } from '#shared/metadata/definition.ts'
import type { RecordData, Values } from '#web/data/index.ts'
import { titleOf } from '#web/fields/use-found.ts'

/**
 * Glossary
 * - source: records of one object that stand in a calendar, and the fields that say from when to when.
 * - entry: one of them. Its times are local: milliseconds as if the person's zone were UTC (see shared/fields/calendar.ts).
 * - slot: a stretch of local time that something is moved to or made in.
 */

export interface CalendarSource {
  readonly object: CatalogueObject
  readonly start: Field
  readonly end: Field | undefined
  /** A select field whose options colour the entries. */
  readonly colorBy: Field | undefined
  readonly filter: string
  readonly search: string
}

export interface Slot {
  /** Local milliseconds. */
  readonly from: number
  readonly to: number
  /** Whole days were meant. */
  readonly allDay: boolean
}

export interface Entry extends Slot {
  readonly key: string
  readonly source: CatalogueObject
  readonly start: Field
  readonly end: Field | undefined
  readonly record: RecordData
  readonly title: string
  readonly color: Color
  /** Undefined for what is not done once. */
  readonly done: boolean | undefined
}

const longestInHours = dayLength

/** Undefined where the record has no start, or none that reads. */
export function entryOf(source: CalendarSource, record: RecordData, timeZone: string): Entry | undefined {
  const { object, start, end, colorBy } = source
  const dated = start.type === 'date'
  const from = localOf(record[start.wire], dated, timeZone)
  if (from === undefined) return undefined
  const until = end === undefined ? undefined : localOf(record[end.wire], dated, timeZone)
  const last = Math.max(from, until ?? from)
  const option = colorBy?.options?.find(({ value }) => value === record[colorBy.wire])
  const status = object.fieldByName.get('status')
  const ticks = status?.options?.some(({ value }) => value === 'done') === true
  return {
    key: `${object.name} ${record.id}`,
    source: object,
    start,
    end,
    record,
    title: titleOf(object, record),
    from,
    to: dated ? last + dayLength : last,
    allDay: dated || last - from >= longestInHours,
    color: option?.color ?? object.color ?? 'blue',
    done: ticks ? record[status.wire] === 'done' || record[status.wire] === 'cancelled' : undefined,
  }
}

function localOf(value: unknown, dated: boolean, timeZone: string): number | undefined {
  if (typeof value !== 'string') return undefined
  const instant = Date.parse(dated ? `${value.slice(0, 10)}T00:00:00Z` : value)
  if (Number.isNaN(instant)) return undefined
  return dated ? instant : toLocal(instant, timeZone)
}

/** Days that an entry covers; one that ends at midnight does not cover the next day. */
export const firstDayOf = ({ from }: Slot): number => Math.floor(from / dayLength)
export const lastDayOf = ({ from, to }: Slot): number => Math.floor(Math.max(from, to - 1) / dayLength)

const moment = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z')

/** A local time as the wire value of a date field (its day) or a moment field. */
export const wireOf = (local: number, field: Field, timeZone: string): string =>
  field.type === 'date' ? (printDay(Math.floor(local / dayLength)) ?? '') : moment(toInstant(local, timeZone))

/**
 * What to write so that an entry begins at another time. Its length stays: true hours, though clocks change between; its reminder
 * moves along.
 * @param from local milliseconds
 */
export function movedValues(entry: Entry, from: number, timeZone: string): Values {
  const begins = wireOf(from, entry.start, timeZone)
  return { ...placedAt(entry, from, begins, timeZone), ...reminded(entry, begins) }
}

function placedAt(entry: Entry, from: number, begins: string, timeZone: string): Values {
  const { start, end, record } = entry
  const ended = end === undefined ? undefined : record[end.wire]
  if (end === undefined || typeof ended !== 'string') return { [start.wire]: begins }
  if (start.type === 'date') {
    const days = lastDayOf(entry) - firstDayOf(entry)
    return { [start.wire]: begins, [end.wire]: wireOf(from + days * dayLength, end, timeZone) }
  }
  const length = Date.parse(ended) - Date.parse(String(record[start.wire]))
  return { [start.wire]: begins, [end.wire]: moment(Date.parse(begins) + length) }
}

/** What to write so that an entry ends at another time. @param to local milliseconds; the end of the last day of a date */
export function resizedValues({ end, from }: Entry, to: number, timeZone: string): Values {
  if (end === undefined) return {}
  const last = end.type === 'date' ? Math.max(from, to - dayLength) : Math.max(from, to)
  return { [end.wire]: wireOf(last, end, timeZone) }
}

/** What goes along with an entry that moves: when to remind of it. */
export const reminderOf = (object: CatalogueObject, start: Field): Field | undefined => {
  const field = object.fieldByName.get('remindAt')
  return field?.type === 'dateTime' && field.writable && field !== start ? field : undefined
}

/** The reminder at the distance from the beginning that it had; nothing where there is none. */
function reminded({ source, start, record }: Entry, begins: string): Values {
  const field = reminderOf(source, start)
  const before = field === undefined ? Number.NaN : Date.parse(String(record[field.wire]))
  const shift = Date.parse(begins) - Date.parse(String(record[start.wire]))
  return field === undefined || Number.isNaN(before + shift) ? {} : { [field.wire]: moment(before + shift) }
}

/** The entry as it will stand at another time. */
export const shiftedTo = (entry: Entry, slot: Slot): Entry => ({ ...entry, from: slot.from, to: slot.to })
