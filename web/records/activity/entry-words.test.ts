import { expect, test } from 'vitest'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { doerOf, knownChanges, minutesOf, sentenceOf } from './entry-words.ts'

const field = (name: string, type: FieldTypeName, more: object = {}) => ({
  name,
  key: name,
  type,
  label: sameInAllLanguages(name),
  origin: 'shipped' as const,
  ...more,
})
const deal = buildCatalogue(1, [
  {
    name: 'deal',
    key: 'deal',
    label: sameInAllLanguages('Deal'),
    origin: 'shipped',
    fields: [field('name', 'text'), field('amount', 'money'), field('stage', 'relation', { to: 'stage' })],
  },
]).object('deal')
const wang = { id: 'w', name: '王芳', kind: 'user' }
const changed = (...fields: string[]): TimelineEntry => ({
  id: '1',
  at: '2026-11-20T00:00:00Z',
  kind: 'change',
  object: 'deal',
  recordId: 'd',
  title: '扩容',
  actor: wang,
  changes: fields.map((one) => ({ field: one, before: null, after: 'x' })),
})
const told = (entry: TimelineEntry, own = true) => sentenceOf(entry, knownChanges(entry, deal), own, false)

test('the weightiest of the changes is told, by whose timeline it is', () => {
  expect(told(changed('amount'))).toBe('activity.didChangeThis')
  expect(told(changed('amount'), false)).toBe('activity.didChange')
  expect(told(changed('amount', 'name'))).toBe('activity.didChangeManyThis')
  expect(told(changed('ownerId', 'teamId'))).toBe('activity.didHandOverThis')
  expect(told(changed('amount', 'stageId'), false)).toBe('activity.didAdvance')
})

test('a field that is gone is not told', () => {
  expect(knownChanges(changed('gone', 'amount'), deal).map((one) => one.field.name)).toEqual(['amount'])
})

test('what an import wrote down was done by the colleague who took part', () => {
  const activity = {
    kind: 'call',
    outcome: null,
    subject: null,
    body: null,
    endsAt: null,
    files: [],
    version: 1,
    participants: [{ object: 'user', id: 'l', title: '林知夏' }],
  }
  const entry = { ...changed(), kind: 'activity' as const, activity }
  expect(doerOf(entry)).toBe(wang)
  expect(doerOf({ ...entry, actor: { id: 's', name: 'Kith', kind: 'system' } })).toEqual({
    id: 'l',
    name: '林知夏',
  })
})

test('a duration is told from one minute on', () => {
  expect(minutesOf('2026-11-20T06:00:00Z', '2026-11-20T06:08:12Z')).toBe(8)
  expect(minutesOf('2026-11-20T06:00:00Z', '2026-11-20T06:00:00Z')).toBeUndefined()
  expect(minutesOf('2026-11-20T06:00:00Z', null)).toBeUndefined()
})
