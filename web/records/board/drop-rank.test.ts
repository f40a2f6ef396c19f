import { expect, test } from 'vitest'
import { bornRank, isRank } from '#shared/rank.ts'
import { rankAgain, rankFor, ranksFor } from './drop-rank.ts'
import { card } from './testing.ts'

const cards = ['b', 'd', 'f'].map((rank) => card(rank, 'open', rank))
const inOrder = (texts: readonly string[]) => expect(texts).toEqual(texts.toSorted())

test('a rank lies between those of its neighbours', () => {
  inOrder([
    rankFor(cards, 0, false),
    'b',
    rankFor(cards, 1, false),
    'd',
    rankFor(cards, 2, false),
    'f',
    rankFor(cards, 3, false),
  ])
})

test('in an empty column any rank will do', () => {
  expect(isRank(rankFor([], 0, false))).toBe(true)
})

test('what is put last among the loaded cards stays among them where more follow', () => {
  inOrder(['d', rankFor(cards, 3, true), 'f'])
})

test('two neighbours of one rank are followed, not parted', () => {
  const twins = ['b', 'b', 'c'].map((rank, index) => card(String(index), 'open', rank))
  inOrder(['b', rankFor(twins, 1, false), 'c'])
})

test('several cards come one after the other', () => {
  const ranks = ranksFor(cards, 1, false, ['x', 'y', 'z'])
  inOrder(['b', ...ranks, 'd'])
  expect(new Set(ranks).size).toBe(3)
})

test('cards that are moved within their column are no neighbours of themselves', () => {
  inOrder(['d', ...ranksFor(cards, 0, false, ['b']).toReversed()].toReversed())
  inOrder(['f', ...ranksFor(cards, 3, false, ['d', 'b'])])
})

test('the rank that a card was born with can be given back to it', () => {
  const born = bornRank('01a1f7f1-437b-7866-9906-05a6054abbbf')
  expect(isRank(born)).toBe(false)
  expect(isRank(rankAgain(born))).toBe(true)
  inOrder([born, rankAgain(born), bornRank('01a1f7f1-437b-7866-9906-05a6054abbbe')])
})
