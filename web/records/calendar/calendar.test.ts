import { describe, expect, it } from 'vitest'
import { dayLength, printDay, toDay } from '#shared/fields/calendar.ts'
import { type CalendarSource, entryOf, firstDayOf, lastDayOf, movedValues, resizedValues } from './entry.ts'
import { layOutDay } from './lay-out-day.ts'
import { layOutWeek } from './lay-out-week.ts'
import { monthWeeks, rangeCondition, stepped, weekStart } from './range.ts'
import { entry, local, meeting } from './testing.ts'

const field = (name: string) => meeting.fieldByName.get(name) ?? meeting.titleField
const source = (start: string, end: string): CalendarSource => ({
  object: meeting,
  start: field(start),
  end: field(end),
  colorBy: undefined,
  filter: '',
  search: '',
})
const day = (date: number) => toDay(2026, 11, date)
const week = Array.from({ length: 7 }, (_, index) => day(16 + index))

describe('the weeks of a month', () => {
  it('begin where the person’s week begins', () => {
    expect(printDay(weekStart(day(22), 1))).toBe('2026-11-16')
    expect(printDay(weekStart(day(22), 7))).toBe('2026-11-22')
  })

  it('are as many as it takes', () => {
    const weeks = (year: number, month: number, first: number) => monthWeeks(toDay(year, month, 9), first)
    expect(weeks(2026, 11, 1)).toHaveLength(6)
    expect(weeks(2026, 11, 7)).toHaveLength(5)
    expect(weeks(2027, 2, 1)).toHaveLength(4)
    expect(weeks(2026, 11, 1).flat().map(printDay)).toContain('2026-11-30')
    expect(printDay(weeks(2026, 11, 1)[0]?.[0] ?? 0)).toBe('2026-10-26')
  })

  it('are followed by those of the next month', () => {
    expect(printDay(stepped('month', toDay(2027, 1, 31), 1))).toBe('2027-02-28')
    expect(printDay(stepped('week', day(16), -1))).toBe('2026-11-09')
  })

  it('are asked for by their edges in the person’s zone', () => {
    expect(rangeCondition([day(16), day(22)], field('startsAt'), undefined, 'Asia/Shanghai')).toBe(
      'startsAt >= "2026-11-15T16:00:00.000Z" and startsAt < "2026-11-22T16:00:00.000Z"',
    )
    expect(rangeCondition([day(16), day(22)], field('begins'), field('ends'), 'Asia/Shanghai')).toBe(
      'begins < "2026-11-23" and (begins >= "2026-11-16" or ends >= "2026-11-16")',
    )
  })
})

describe('a row of days', () => {
  it('puts long ones on top and none over another', () => {
    const { bars } = layOutWeek(
      [
        entry('call', local(17, 9), local(17, 10)),
        entry('fair', local(17), local(20), true),
        entry('trip', local(14), local(18), true),
      ],
      week,
      5,
    )
    expect(
      bars.map(({ entry: { title }, at, days, lane, before }) => [title, at, days, lane, before]),
    ).toEqual([
      ['trip', 0, 2, 0, true],
      ['fair', 1, 3, 1, false],
      ['call', 1, 1, 2, false],
    ])
  })

  it('says how many have no room', () => {
    const many = Array.from({ length: 2000 }, (_, index) => entry(`${index}`, local(18, 9), local(18, 10)))
    const { bars, hidden } = layOutWeek(many, week, 3)
    expect(bars).toHaveLength(2)
    expect(hidden).toEqual([0, 0, 1998, 0, 0, 0, 0])
  })

  it('counts a long one as hidden on each of its days', () => {
    const { bars, hidden } = layOutWeek(
      [1, 2, 3].map((one) => entry(`${one}`, local(17), local(19), true)),
      week,
      2,
    )
    expect(bars).toHaveLength(1)
    expect(hidden).toEqual([0, 2, 2, 0, 0, 0, 0])
  })
})

describe('the hours of a day', () => {
  const places = (...entries: Parameters<typeof layOutDay>[0]) =>
    layOutDay(entries, day(18), 4).blocks.map(({ entry: { title }, column, columns }) => [
      title,
      column,
      columns,
    ])

  it('puts side by side what overlaps, and only that', () => {
    expect(
      places(
        entry('a', local(18, 9), local(18, 11)),
        entry('b', local(18, 10), local(18, 12)),
        entry('c', local(18, 11), local(18, 12)),
        entry('d', local(18, 12), local(18, 13)),
      ),
    ).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 0, 1],
    ])
  })

  it('gives a moment enough room to be seen, at midnight too', () => {
    const { blocks } = layOutDay([entry('late', local(18, 23, 55), local(18, 23, 55))], day(18), 4)
    expect(blocks.map(({ top, minutes }) => [top, minutes])).toEqual([[23 * 60 + 30, 30]])
  })

  it('gathers a crowd', () => {
    const many = Array.from({ length: 50 }, (_, index) => entry(`${index}`, local(18, 9), local(18, 10)))
    const { blocks, crowds } = layOutDay(many, day(18), 4)
    expect(blocks).toHaveLength(3)
    expect(crowds.map(({ entries }) => entries.length)).toEqual([47])
  })
})

describe('where clocks change', () => {
  const zone = 'America/New_York'
  // On 1 November 2026 two o'clock comes twice.
  const record = { id: '1', version: 1, startsAt: '2026-10-31T13:00:00Z', endsAt: '2026-10-31T15:00:00Z' }

  it('keeps the hour on the wall and the true length', () => {
    const made = entryOf(source('startsAt', 'endsAt'), record, zone)
    expect(made && movedValues(made, made.from + dayLength, zone)).toEqual({
      startsAt: '2026-11-01T14:00:00Z',
      endsAt: '2026-11-01T16:00:00Z',
    })
  })

  it('draws a night over the change by the clock on the wall', () => {
    const night = { ...record, startsAt: '2026-11-01T04:30:00Z', endsAt: '2026-11-01T07:30:00Z' }
    const made = entryOf(source('startsAt', 'endsAt'), night, zone)
    const { blocks } = layOutDay(made === undefined ? [] : [made], day(1), 4)
    expect(blocks.map(({ top, minutes }) => [top, minutes])).toEqual([[30, 120]])
  })
})

describe('a reminder', () => {
  const begins = { id: '1', version: 1, startsAt: '2026-11-18T06:00:00Z' }
  const zone = 'Asia/Shanghai'
  const moved = (remindAt: string | null, start = 'startsAt') => {
    const made = entryOf(source(start, 'endsAt'), { ...begins, remindAt }, zone)
    return made && movedValues(made, made.from + 2 * dayLength, zone)
  }

  it('moves by the same distance as what it reminds of', () => {
    expect(moved('2026-11-18T05:30:00Z')).toEqual({
      startsAt: '2026-11-20T06:00:00Z',
      remindAt: '2026-11-20T05:30:00Z',
    })
  })

  it('is not made where there was none, nor moved twice', () => {
    expect(moved(null)).toEqual({ startsAt: '2026-11-20T06:00:00Z' })
    expect(moved('2026-11-18T05:30:00Z', 'remindAt')).toEqual({ remindAt: '2026-11-20T05:30:00Z' })
  })
})

describe('dates', () => {
  const record = { id: '1', version: 1, begins: '2026-11-18', ends: '2026-11-20' }
  const made = entryOf(source('begins', 'ends'), record, 'Asia/Shanghai')

  it('cover their last day whole', () => {
    expect(made && [firstDayOf(made), lastDayOf(made)]).toEqual([day(18), day(20)])
  })

  it('move and grow by days', () => {
    expect(made && movedValues(made, local(25), 'Asia/Shanghai')).toEqual({
      begins: '2026-11-25',
      ends: '2026-11-27',
    })
    expect(made && resizedValues(made, local(22), 'Asia/Shanghai')).toEqual({ ends: '2026-11-21' })
    expect(made && resizedValues(made, local(10), 'Asia/Shanghai')).toEqual({ ends: '2026-11-18' })
  })

  it('are no entry where there is none', () => {
    expect(entryOf(source('begins', 'ends'), { id: '2', version: 1, begins: null }, 'UTC')).toBeUndefined()
  })
})
