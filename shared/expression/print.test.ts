import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { arithmeticOperators, comparisonOperators, type SyntaxNode } from './syntax.ts'
import { plain } from './testing.ts'

const place = { start: 0, end: 0 } as const

const name = fc.oneof(
  fc.constantFrom(
    'amount',
    'a',
    '金额',
    '空',
    'NOT',
    'in',
    'null',
    '且',
    '是',
    '__proto__',
    'ｗide',
    'x y',
    '2nd',
  ),
  // What brackets can hold: no closing bracket, no white space around, in NFC, not blank.
  fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) =>
      text
        .normalize('NFC')
        .replace(/[\]】］\p{Cs}\0]/gu, '')
        .trim()
        .normalize('NFC'),
    )
    .filter((text) => text !== '' && text === text.trim()),
)
const text = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .map((value) => value.normalize('NFC').replace(/[\p{Cs}\0]/gu, ''))
const quoted = fc
  .array(fc.constantFrom(...'"\'“”‘’「」＂＇\\＼\n\r\tnrt且 '), { maxLength: 6 })
  .map((characters) => characters.join(''))
const number = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat({ max: 999 }))
  .map(([whole, fraction]) => `${whole}${fraction === 0 ? '' : `.${fraction}`.replace(/0+$/, '')}`)

const { tree } = fc.letrec<{ tree: SyntaxNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.oneof(text, quoted).map((value): SyntaxNode => ({ kind: 'text', value, ...place })),
    number.map((value): SyntaxNode => ({ kind: 'number', value, ...place })),
    fc.boolean().map((value): SyntaxNode => ({ kind: 'boolean', value, ...place })),
    fc.constant<SyntaxNode>({ kind: 'empty', ...place }),
    fc.array(name, { minLength: 1, maxLength: 3 }).map(
      (names): SyntaxNode => ({
        kind: 'path',
        steps: names.map((step) => ({ name: step, ...place })),
        ...place,
      }),
    ),
    fc
      .tuple(fc.constantFrom('not', '-'), tie('tree'))
      .map(([operator, operand]): SyntaxNode => ({ kind: 'unary', operator, operand, ...place })),
    fc
      .tuple(
        fc.constantFrom(...comparisonOperators, ...arithmeticOperators, 'and' as const, 'or' as const),
        tie('tree'),
        tie('tree'),
      )
      .map(([operator, left, right]): SyntaxNode => ({ kind: 'binary', operator, left, right, ...place })),
    fc
      .tuple(tie('tree'), fc.array(tie('tree'), { maxLength: 3 }))
      .map(([operand, items]): SyntaxNode => ({ kind: 'in', operand, items, ...place })),
    fc
      .tuple(name, fc.array(tie('tree'), { maxLength: 3 }))
      .map(([word, list]): SyntaxNode => ({ kind: 'call', name: word, arguments: list, ...place })),
  ),
}))

it('gives a text that means the same tree', () => {
  fc.assert(
    fc.property(tree, (node) => {
      expect(plain(parse(print(node)))).toEqual(plain(node))
    }),
    { numRuns: 1_500 },
  )
})

it('uses ASCII for everything but names and texts', () => {
  expect(print(parse('（【金 额】×－２）≥１．５万 且 备注≠“‘”'))).toBe(
    '[金 额] * -2 >= 15000 and 备注 != "‘"',
  )
  expect(
    print(
      parse(String.raw`'a"\\' & "
"`),
    ),
  ).toBe(String.raw`"a\"\\" & "\n"`)
})

it('writes no parentheses but those that grouping needs', () => {
  // One pair around a negation inside a tighter operator is there for the reader.
  const isGrouping = (printed: string, at: number) =>
    printed[at] === '(' && !/(\bin |[\w\]])$/.test(printed.slice(0, at)) && !printed.startsWith('(not ', at)
  const simple = fc.constantFrom('a', '1', 'f(b)', 'c.d')
  const operator = fc.constantFrom(...comparisonOperators, ...arithmeticOperators, 'and', 'or')
  const { written } = fc.letrec<{ written: string }>((tie) => ({
    written: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      simple,
      tie('written').map((inner) => `(${inner})`),
      tie('written').map((inner) => `-(${inner})`),
      tie('written').map((inner) => `not (${inner})`),
      fc.tuple(tie('written'), operator, tie('written')).map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
    ),
  }))
  fc.assert(
    fc.property(written, (source) => {
      const printed = print(parse(source))
      const tree = plain(parse(printed))
      for (let open = 0; open < printed.length; open++) {
        if (!isGrouping(printed, open)) continue
        let depth = 0
        let close = open
        do {
          if (printed[close] === '(') depth++
          if (printed[close] === ')') depth--
          close++
        } while (depth > 0)
        const without = `${printed.slice(0, open)} ${printed.slice(open + 1, close - 1)} ${printed.slice(close)}`
        expect(plain(parse(without)), `${printed} without those at ${open}`).not.toEqual(tree)
      }
    }),
    { numRuns: 500 },
  )
})
