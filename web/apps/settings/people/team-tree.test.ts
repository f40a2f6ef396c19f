import { expect, test } from 'vitest'
import type { PersonLine, TeamLine } from '#shared/operations/people.ts'
import { placesOf, withBelow } from './team-tree.ts'

const team = (id: string, parentId: string | null): TeamLine => ({
  id,
  name: id,
  parentId,
  leaderId: null,
  version: 1,
})
const person = (id: string, teamId: string, more: Partial<PersonLine> = {}): PersonLine => ({
  ...{ id, name: id, email: null, mobile: null, jobTitle: null, teamId, teamIds: [] },
  ...{ managerId: null, isActive: true, roleIds: [], account: null },
  ...more,
})
const teams = [team('a', null), team('b', 'a'), team('c', 'b'), team('d', null), team('e', 'gone')]

test('a team stands after the one above it, with how many are in it', () => {
  const people = [
    person('1', 'b'),
    person('2', 'd', { teamIds: ['b'] }),
    person('3', 'c', { isActive: false }),
  ]
  const places = placesOf({ teams, people })
  expect(places.map(({ team: { id }, depth }) => `${id}${depth}`)).toEqual(['a0', 'b1', 'c2', 'd0', 'e0'])
  expect(places.map(({ members }) => members)).toEqual([0, 2, 0, 1, 0])
  expect(places.filter(({ empty }) => empty).map(({ team: { id } }) => id)).toEqual(['e'])
})

test('a circle is shown, and ends', () => {
  expect(placesOf({ teams: [team('x', 'y'), team('y', 'x')], people: [] })).toHaveLength(2)
  expect([...withBelow([team('x', 'y'), team('y', 'x')], 'x')]).toEqual(['x', 'y'])
})

test('what lies below is found at any depth', () => {
  expect([...withBelow(teams, 'a')].sort()).toEqual(['a', 'b', 'c'])
})
