import { expect, test } from 'vitest'
import type { RecordData } from '#web/data/index.ts'
import { both, type Group, type Grouping, groupingBy, groupsOf } from './group.ts'
import { lineOf, type Section, sectionAt, startsOf } from './line.ts'
import { sampleCatalogue } from './testing.ts'

const catalogue = sampleCatalogue()
const deal = catalogue.object('deal')
const by = (name: string): Grouping => {
  const grouping = groupingBy(name, deal, catalogue)
  if (grouping === undefined) throw new Error(name)
  return grouping
}

test('groups of a choice stand as its options do, blanks last', () => {
  const rows = [null, 'won', '已删选项', 'open'].map((kind, index) => ({ kind, count: index + 1 }))
  const groups = groupsOf(rows, by('kind'))
  expect(groups.map(({ value, count }) => [value, count])).toEqual([
    ['open', 4],
    ['won', 2],
    ['已删选项', 3],
    [null, 1],
  ])
})

test.each([
  ['kind', 'op"en', 'kind = "op\\"en"'],
  ['kind', null, 'isBlank(kind)'],
  ['company', 'c1', 'companyId = "c1"'],
  ['hot', false, 'not hot and not isBlank(hot)'],
  ['score', 3, 'score = 3'],
  ['closeDate', '2026-12-01', 'closeDate >= date("2026-12-01") and closeDate < date("2027-01-01")'],
  ['closeDate', '2026-09-01', 'closeDate >= date("2026-09-01") and closeDate < date("2026-10-01")'],
])('records of a group of %s = %j are found by %s', (name, value, filter) => {
  expect(by(name).filterOf(value)).toBe(filter)
})

test('nothing is grouped by a title or by tags', () => {
  expect(groupingBy('name', deal, catalogue)).toBeUndefined()
  expect(groupingBy('tags', deal, catalogue)).toBeUndefined()
  expect(groupingBy('gone', deal, catalogue)).toBeUndefined()
})

test('conditions are joined whole', () => {
  expect(both('a or b', 'c')).toBe('(a or b) and (c)')
  expect(both('', 'c')).toBe('c')
})

const group = (key: string): Group => ({
  key,
  value: key,
  name: undefined,
  filter: '',
  count: 0,
  figures: {},
})
const record = (id: string): RecordData => ({ id, version: 1 })
const sections: readonly Section[] = [
  { group: group('a'), open: true, records: [record('1'), record('2')], waiting: 1 },
  { group: group('b'), open: false, records: [record('3')], waiting: 0 },
  { group: group('c'), open: true, records: [], waiting: 0 },
]

test('lines of groups are found by their index', () => {
  const starts = startsOf(sections)
  expect(starts).toEqual([0, 4, 5, 6])
  const kinds = [0, 1, 2, 3, 4, 5, 6].map((index) => lineOf(sections, starts, index)?.kind)
  expect(kinds).toEqual(['group', 'record', 'record', 'waiting', 'group', 'group', undefined])
  expect(lineOf(sections, starts, 2)).toMatchObject({ record: { id: '2' }, number: 2 })
  expect(lineOf(sections, starts, 4)).toMatchObject({ open: false })
})

test('a line among many sections', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ ...sections[0]!, group: group(String(index)) }))
  const starts = startsOf(many)
  for (const index of [0, 3, 4, 1001, 1999]) expect(sectionAt(starts, index)).toBe(Math.floor(index / 4))
})
