import { expect, test } from 'vitest'
import { lonelyOf, movedTo, withBlock } from './arrange.ts'
import type { Block } from './block.ts'

const blocks = ['a', 'b', 'c'].map((id): Block => ({ id, kind: 'recent', width: 'third' }))
const ids = (list: readonly Block[]) => list.map(({ id }) => id).join('')

test('a block goes to a place, and no further than the ends', () => {
  expect(ids(movedTo(blocks, 'a', 1))).toBe('bac')
  expect(ids(movedTo(blocks, 'c', 0))).toBe('cab')
  expect(ids(movedTo(blocks, 'a', 9))).toBe('bca')
  expect(ids(movedTo(blocks, 'b', -3))).toBe('bac')
  expect(ids(movedTo(blocks, 'x', 0))).toBe('abc')
})

test('a block is changed at its place, and a new one comes last', () => {
  expect(withBlock(blocks, { id: 'b', kind: 'tasks', width: 'full' })[1]).toMatchObject({ kind: 'tasks' })
  expect(ids(withBlock(blocks, { id: 'd', kind: 'tasks', width: 'full' }))).toBe('abcd')
})

test('of an odd row of narrow blocks the first one is alone', () => {
  const row = (widths: string): Block[] =>
    [...widths].map((width, index) => ({
      id: String(index),
      kind: 'recent',
      width: width === 'n' ? 'fifth' : 'half',
    }))
  expect([...lonelyOf(row('nnnnn'))]).toEqual(['0'])
  expect([...lonelyOf(row('nnwn'))]).toEqual(['3'])
  expect([...lonelyOf(row('wnnnwnn'))]).toEqual(['1'])
  expect([...lonelyOf(row(''))]).toEqual([])
})
