import { expect, test } from 'vitest'
import { filterOf } from './filters.ts'

const now = Date.parse('2026-11-20T08:30:30Z')

test('a group stands for its kinds', () => {
  const kinds = filterOf({ kind: 'keys' }, now).kinds?.split(',')
  expect(kinds).toEqual(expect.arrayContaining(['keyCreated', 'keyRevoked', 'keyUsed']))
  expect(kinds).not.toContain('signedIn')
  expect(filterOf({ kind: 'exported' }, now).kinds).toBe('exported')
})

test('what the address says and nobody knows filters nothing', () => {
  expect(filterOf({ kind: 'x', span: 'y', search: '' }, now)).toEqual({})
})

test('a span begins at a whole minute', () => {
  expect(filterOf({ span: 'week' }, now).from).toBe('2026-11-13T08:30:00.000Z')
})
