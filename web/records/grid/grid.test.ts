import { expect, test } from 'vitest'
import { rangeOf } from './cell.ts'
import { commandOf, type Place } from './grid-keys.ts'
import { printHtmlTable } from './html-table.ts'
import { placeTable } from './placement.ts'
import { stepped } from './step.ts'
import { printTable, readTable } from './tsv.ts'

const bounds = { lines: 10, columns: 4, page: 5 }
const key = (name: string, held: { mod?: boolean; shift?: boolean; alt?: boolean } = {}) => ({
  key: name,
  metaKey: false,
  ctrlKey: held.mod === true,
  shiftKey: held.shift === true,
  altKey: held.alt === true,
})

test('a step stays within the grid', () => {
  expect(stepped({ line: 0, column: 0 }, 'up', bounds)).toEqual({ line: 0, column: 0 })
  expect(stepped({ line: 8, column: 3 }, 'pageDown', bounds)).toEqual({ line: 9, column: 3 })
  expect(stepped({ line: 4, column: 2 }, 'rowEnd', bounds)).toEqual({ line: 4, column: 3 })
  expect(stepped({ line: 4, column: 2 }, 'end', bounds)).toEqual({ line: 9, column: 3 })
})

test('Tab goes on in the next row, and out of the grid at its end', () => {
  expect(stepped({ line: 2, column: 3 }, 'next', bounds)).toEqual({ line: 3, column: 0 })
  expect(stepped({ line: 3, column: 0 }, 'previous', bounds)).toEqual({ line: 2, column: 3 })
  expect(stepped({ line: 9, column: 3 }, 'next', bounds)).toBeUndefined()
  expect(stepped({ line: 0, column: 0 }, 'previous', bounds)).toBeUndefined()
})

test('a letter is a command on the title and is typed in any other cell', () => {
  const letters = ['j', 'k', 'x', 'a', 'e', 'n']
  const at = (place: Place) => letters.map((letter) => commandOf(key(letter), place)?.name)
  expect(at('title')).toEqual(['move', 'move', 'select', 'assign', 'editField', 'write'])
  expect(at('cell')).toEqual(letters.map(() => undefined))
  expect(commandOf(key('J'), 'title')).toEqual({ name: 'move', step: 'down' })
})

test('the keys of a place', () => {
  expect(commandOf(key('Enter'), 'title')).toEqual({ name: 'open' })
  expect(commandOf(key('Enter'), 'cell')).toEqual({ name: 'edit' })
  expect(commandOf(key('ArrowLeft'), 'group')).toEqual({ name: 'fold' })
  expect(commandOf(key('ArrowLeft'), 'cell')).toEqual({ name: 'move', step: 'left' })
  expect(commandOf(key('ArrowDown', { shift: true }), 'cell')).toMatchObject({ extends: true })
  expect(commandOf(key('Tab'), 'none')).toBeUndefined()
  expect(commandOf(key('d', { mod: true }), 'cell')).toEqual({ name: 'fillDown' })
  expect(commandOf(key('ArrowDown', { alt: true }), 'cell')).toBeUndefined()
  expect(commandOf(key('toString'), 'cell')).toBeUndefined()
})

test('a range has its corners in any order', () => {
  expect(rangeOf({ line: 5, column: 1 }, { line: 2, column: 3 })).toEqual({
    top: 2,
    bottom: 5,
    left: 1,
    right: 3,
  })
})

test.each([
  [
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    [
      ['两行\n一格', '有"引号"'],
      ['\t', ''],
    ],
  ],
  [[['"']]],
  [[[''], ['']]],
  [[['=1+1', ' 007 ']]],
])('a table comes back from the clipboard as it was: %j', (table) => {
  // A row that is one empty cell closes like the line break that ends a text.
  const text = `${printTable(table)}\r\n`
  expect(readTable(text)).toEqual(table)
})

test('what other programs put on the clipboard is read', () => {
  expect(readTable('a\tb\nc\td\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(readTable('5" 屏\t"未闭合')).toEqual([['5" 屏', '"未闭合']])
  expect(readTable('"引"后还有字\tb')).toEqual([['"引"后还有字', 'b']])
  expect(readTable('一格')).toEqual([['一格']])
})

test('texts stay texts in Excel and hold no markup', () => {
  const html = printHtmlTable([
    [
      { text: '<b>007', numeric: false },
      { text: '12.5', numeric: true },
    ],
  ])
  expect(html).toContain('&lt;b&gt;007')
  expect(html).toContain("mso-number-format:'\\@'")
  expect(html).toContain('<td>12.5</td>')
})

const single = { top: 1, bottom: 1, left: 1, right: 1 }

test('a table flows from the corner; what has no cell is counted', () => {
  const table = [
    ['1', '2', '3', '4'],
    ['5', '6', '7', '8'],
    ['9', '10', '11', '12'],
  ]
  const placed = placeTable(table, single, { lines: 3, columns: 4 })
  expect(placed.beyond).toBe(6)
  expect(placed.range).toEqual({ top: 1, bottom: 2, left: 1, right: 3 })
  expect(placed.cells.map(({ text }) => text)).toEqual(['1', '2', '3', '5', '6', '7'])
})

test('one value fills the range, two rows repeat over four', () => {
  const range = { top: 0, bottom: 3, left: 2, right: 2 }
  expect(placeTable([['x']], range, bounds).cells).toHaveLength(4)
  const twice = placeTable([['x'], ['y']], range, bounds)
  expect(twice.cells.map(({ text }) => text)).toEqual(['x', 'y', 'x', 'y'])
  expect(placeTable([['x'], ['y'], ['z']], range, bounds).cells).toHaveLength(3)
})
