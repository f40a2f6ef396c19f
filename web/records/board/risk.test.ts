import { expect, test } from 'vitest'
import type { Field } from '#shared/metadata/catalogue.ts'
import { isOngoing, risksOf, type Signs } from './risk.ts'
import { card } from './testing.ts'

const field = (name: string, type: Field['type']): Field => ({
  name,
  key: name,
  column: name,
  wire: name,
  type,
  label: { 'zh-CN': name, 'zh-TW': name, en: name },
  origin: 'shipped',
  system: false,
  writable: true,
})
const signs: Signs = {
  deadline: field('closeDate', 'date'),
  nextAt: field('nextActivityAt', 'dateTime'),
  lastAt: field('lastActivityAt', 'dateTime'),
  closedAt: field('closedAt', 'dateTime'),
  status: field('status', 'select'),
}
/** Midnight in Shanghai. */
const today = { date: '2026-11-20', began: Date.parse('2026-11-19T16:00:00Z') }
const of = (values: object) => risksOf(card('a', 'open', 'a', values), signs, today)

test('a date that has passed is late by so many days, today is not', () => {
  expect(of({ closeDate: '2026-11-15' })).toEqual([{ kind: 'late', days: 5 }])
  expect(of({ closeDate: '2026-11-20' })).toEqual([])
})

test('silence is told after a fortnight, by days of the calendar', () => {
  expect(of({ lastActivityAt: '2026-11-05T16:30:00Z' })).toEqual([])
  // 23:30 of the day that lies 15 days back.
  expect(of({ lastActivityAt: '2026-11-05T15:30:00Z' })).toEqual([{ kind: 'silent', days: 15 }])
})

test('a next step of yesterday evening is a day late this morning', () => {
  expect(of({ nextActivityAt: '2026-11-19T15:59:00Z' })).toEqual([{ kind: 'nextLate', days: 1 }])
  expect(of({ nextActivityAt: '2026-11-19T16:01:00Z' })).toEqual([])
})

test('nothing is said of an object without such fields', () => {
  const none = {
    deadline: undefined,
    nextAt: undefined,
    lastAt: undefined,
    closedAt: undefined,
    status: undefined,
  }
  expect(risksOf(card('a', 'open', 'a', { closeDate: '2020-01-01' }), none, today)).toEqual([])
})

test('what is closed, done or cancelled is over', () => {
  const ongoing = (values: object) => isOngoing(card('a', 'open', 'a', values), signs)
  expect(ongoing({ closedAt: null, status: 'inProgress' })).toBe(true)
  expect(ongoing({ closedAt: '2026-11-19T16:01:00Z', status: null })).toBe(false)
  expect(ongoing({ closedAt: null, status: 'cancelled' })).toBe(false)
})
