import { expect, it } from 'vitest'
import { dayOfChoice, momentOn, movedReminder, movedTo, offeredChoices } from './due-choices.ts'
import { dayOf } from './sections.ts'

/** Sunday 2026-11-22 in Shanghai. */
const clock = { now: '2026-11-22T01:00:00Z', timeZone: 'Asia/Shanghai' }

it('offers no day twice', () => {
  expect(offeredChoices(clock)).toEqual(['today', 'tomorrow', 'inThreeDays', 'nextMonth'])
})

it('keeps the time of day when the day changes', () => {
  const day = dayOfChoice('tomorrow', clock)
  expect(movedTo(day, '2026-11-20T07:30:00Z', '18:00', clock.timeZone)).toBe('2026-11-23T07:30:00Z')
  expect(movedTo(day, undefined, '18:00', clock.timeZone)).toBe('2026-11-23T10:00:00Z')
})

it('keeps it over a change of clocks', () => {
  const zone = 'America/New_York'
  const day = dayOf('2026-11-01T17:00:00Z', zone)
  expect(movedTo(day, '2026-10-31T13:00:00Z', '18:00', zone)).toBe('2026-11-01T14:00:00Z')
  expect(momentOn(day, 9 * 60, zone)).toBe('2026-11-01T14:00:00Z')
})

it('moves the reminder along', () => {
  const to = '2026-11-23T07:30:00Z'
  expect(movedReminder('2026-11-20T07:15:00Z', '2026-11-20T07:30:00Z', to)).toBe('2026-11-23T07:15:00Z')
  expect(movedReminder(undefined, '2026-11-20T07:30:00Z', to)).toBeUndefined()
})
