import { dayLength, toDay } from '#shared/fields/calendar.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { Entry } from './entry.ts'

const label = { 'zh-CN': '会', 'zh-TW': '會', en: 'Meeting' }
const field = (name: string, type: 'text' | 'dateTime' | 'date') => ({
  key: `f_${name}`,
  name,
  type,
  label,
  origin: 'shipped' as const,
})

/** An object with a start and an end, as moments and as dates. */
export const meeting = buildCatalogue(1, [
  {
    key: 'o_meeting',
    name: 'meeting',
    label,
    origin: 'shipped',
    fields: [
      field('name', 'text'),
      field('startsAt', 'dateTime'),
      field('endsAt', 'dateTime'),
      field('begins', 'date'),
      field('ends', 'date'),
      field('remindAt', 'dateTime'),
    ],
  },
]).object('meeting')

/** Local milliseconds of a day of November 2026 and a time of day. */
export const local = (day: number, hour = 0, minute = 0): number =>
  toDay(2026, 11, day) * dayLength + (hour * 60 + minute) * 60_000

export const entry = (title: string, from: number, to: number, allDay = false): Entry => ({
  key: title,
  source: meeting,
  start: meeting.fieldByName.get('startsAt') ?? meeting.titleField,
  end: meeting.fieldByName.get('endsAt'),
  record: { id: title, version: 1 },
  title,
  color: 'blue',
  done: undefined,
  from,
  to,
  allDay,
})
