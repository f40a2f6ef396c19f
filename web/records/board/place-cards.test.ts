import { expect, test } from 'vitest'
import type { RecordData } from '#web/data/index.ts'
import { columnIdOf } from './board-column.ts'
import { type CardOrder, placeCards } from './place-cards.ts'
import { card } from './testing.ts'

const columnOf = (record: RecordData) => columnIdOf(record.stageId)
const byRank: CardOrder = (a, b) => (String(a.rank) < String(b.rank) ? -1 : 1)
const idsOf = (read: Readonly<Record<string, readonly RecordData[]>>, order = byRank) =>
  Object.fromEntries(
    [...placeCards(new Map(Object.entries(read)), columnOf, order)].map(([column, cards]) => [
      column,
      cards.map(({ id }) => id),
    ]),
  )

test('a card whose stage was changed leaves its column and enters the other at its rank', () => {
  const moved = card('b', 'won', 'c')
  expect(
    idsOf({ open: [card('a', 'open', 'a'), moved], won: [card('x', 'won', 'b'), card('y', 'won', 'd')] }),
  ).toEqual({
    open: ['a'],
    won: ['x', 'b', 'y'],
  })
})

test('a card that was given another rank stands where the rank says', () => {
  expect(idsOf({ open: [card('a', 'open', 'm'), card('b', 'open', 'c')] })).toEqual({ open: ['b', 'a'] })
})

test('a card that two columns were read with stands once, where its newest version says', () => {
  const old = card('a', 'open', 'a')
  const now = { ...card('a', 'won', 'a'), version: 2 }
  expect(idsOf({ open: [old], won: [now] })).toEqual({ open: [], won: ['a'] })
  expect(idsOf({ won: [now], open: [old] })).toEqual({ open: [], won: ['a'] })
})

test('a card without a value stands in the column of the blank ones', () => {
  expect(idsOf({ '-': [card('a', null, 'a')], open: [] })).toEqual({ '-': ['a'], open: [] })
})

test('where nothing tells the order, what was read keeps it and what came stands first', () => {
  const nothing = () => 0
  expect(
    idsOf({ open: [card('b', 'open', ''), card('a', 'open', '')], won: [card('c', 'open', '')] }, nothing),
  ).toEqual({ open: ['c', 'b', 'a'], won: [] })
})

test('a card for a column that was not read yet is nowhere, and not twice', () => {
  expect(idsOf({ open: [card('a', 'lost', 'a')] })).toEqual({ open: [] })
})
