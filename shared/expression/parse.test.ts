import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { limits } from './syntax.ts'
import { plain } from './testing.ts'

const refusal = (text: string): object => {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.parameters }
    throw error
  }
  return { code: 'none' }
}

describe('what is written', () => {
  // Printing leaves only the parentheses that grouping needs, so it shows how a text was grouped.
  it.each([
    ['a or b and c', 'a or b and c'],
    ['(a or b) and c', '(a or b) and c'],
    ['not a = 1 and b', 'not a = 1 and b'],
    ['not (a and b)', 'not (a and b)'],
    ['a + b * c - d', 'a + b * c - d'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['a / b / c', 'a / b / c'],
    ['-(a) * b', '-a * b'],
    ['-(a * b)', '-(a * b)'],
    ['a & b + c = d', 'a & b + c = d'],
    ['(a & b) + c', '(a & b) + c'],
    ['a not in (1, 2)', 'not a in (1, 2)'],
    ['(a = b) = c', 'a = b = c'],
    ['a = (b = c)', 'a = (b = c)'],
    ['a==1 && b', undefined],
    ['IF(a, b, c)', 'IF(a, b, c)'],
    ['a <> 1 OR b ≠ 2', 'a != 1 or b != 2'],
  ])('%s', (text, printed) => {
    if (printed === undefined) expect(refusal(text)).toMatchObject({ code: 'expression_unexpected' })
    else expect(print(parse(text))).toBe(printed)
  })

  it.each([
    ['金额 ＞ 50万 且 行业 ＝ “零售”', '金额 > 500000 and 行业 = "零售"'],
    ['金额≥１２．５萬 或者 非（有效）', '金额 >= 125000 or not 有效'],
    ['行业 属于 （「零售」、‘制造业’，『贸易』）', '行业 in ("零售", "制造业", "贸易")'],
    ['备注 是 空', '备注 = empty'],
    ['备注 不是 空 并且 真', '备注 != empty and true'],
    ['a　×　2 ÷ 4', 'a * 2 / 4'],
    ['【年 营业额】。[x y] <= 1.5亿', '[年 营业额].[x y] <= 150000000'],
    ['ｎａｍｅ ！＝ ＂x＂', 'name != "x"'],
    ['ａ＿ｂ = 1', 'a_b = 1'],
    ['＿ = 1', '_ = 1'],
    ['1万亿', '1000000000000'],
    ['1.2345万', '12345'],
    ['1.23456万', '12345.6'],
    ['0.50', '0.5'],
    ['007', '7'],
    ['𠮷野 = 1', '𠮷野 = 1'],
    ['company.not = [not]', 'company.[not] = [not]'],
    ['company.null', 'company.[null]'],
    ['__proto__.constructor = toString', '__proto__.constructor = toString'],
    ['hasOwnProperty(valueOf)', 'hasOwnProperty(valueOf)'],
  ])('%s', (text, printed) => {
    expect(print(parse(text))).toBe(printed)
    expect(plain(parse(printed))).toEqual(plain(parse(text)))
  })

  it('reads escapes and keeps everything else of a text', () => {
    const value = (text: string) => parse(text)
    expect(value(String.raw`"a\"b\\c\n\t\r\q"`)).toMatchObject({ value: 'a"b\\c\n\t\rq' })
    expect(value(`'he said "hi" 😀　'`)).toMatchObject({ value: 'he said "hi" 😀　' })
    expect(value(String.raw`“\”” `)).toMatchObject({ value: '”' })
    expect(value('"e\u0301"')).toMatchObject({ value: '\u00e9' })
  })

  it('gives each node its place', () => {
    expect(parse(' a.bc + f( "x" )')).toMatchObject({
      start: 1,
      end: 16,
      left: {
        start: 1,
        end: 5,
        steps: [
          { start: 1, end: 2 },
          { start: 3, end: 5 },
        ],
      },
      right: { start: 8, end: 16, arguments: [{ start: 11, end: 14 }] },
    })
  })
})

describe('what is refused', () => {
  it.each([
    ['', { code: 'expression_incomplete', column: 1 }],
    [' \n\t', { code: 'expression_incomplete', column: 4 }],
    ['a =', { code: 'expression_incomplete', column: 4 }],
    ['(a', { code: 'expression_incomplete', column: 3, expected: ')' }],
    ['"abc', { code: 'expression_incomplete', column: 5, expected: '"' }],
    ['“abc"', { code: 'expression_incomplete', column: 6, expected: '”' }],
    ['"abc\\', { code: 'expression_incomplete', column: 6 }],
    ['[abc', { code: 'expression_incomplete', column: 5, expected: ']' }],
    ['a b', { code: 'expression_unexpected', column: 3, found: 'b' }],
    ['a = = b', { code: 'expression_unexpected', column: 5, found: '=' }],
    ['a # b', { code: 'expression_unexpected', column: 3, found: '#' }],
    ['a 😀 b', { code: 'expression_unexpected', column: 3, found: '😀' }],
    ['金额 ＞ ）', { code: 'expression_unexpected', column: 6, found: ')' }],
    ['1.2.3', { code: 'expression_unexpected', column: 4, found: '.' }],
    ['12abc', { code: 'expression_unexpected', column: 3, found: 'a' }],
    ['50万元', { code: 'expression_unexpected', column: 4, found: '元' }],
    ['f(a,)', { code: 'expression_unexpected', column: 5, found: ')' }],
    ['f(a b)', { code: 'expression_unexpected', column: 5, found: 'b' }],
    ['a in 1', { code: 'expression_unexpected', column: 6, found: '1' }],
    ['a.', { code: 'expression_incomplete', column: 3 }],
    ['a.1', { code: 'expression_unexpected', column: 3, found: '1' }],
    ['name = "a\0b"', { code: 'expression_unexpected', column: 10, found: 'U+0000' }],
    ['"\ud83d"', { code: 'expression_unexpected', column: 2, found: 'U+D83D' }],
    ['[\ude00]', { code: 'expression_unexpected', column: 2, found: 'U+DE00' }],
    [`x = ${'9'.repeat(61)}`, { code: 'expression_number', column: 5, most: 60 }],
    [`x = 1${'亿'.repeat(1_000)}`, { code: 'expression_number', column: 5, most: 60 }],
  ])('%j', (text, expected) => {
    expect(refusal(text)).toMatchObject(expected)
  })

  it('quotes no more of a word than people read', () => {
    const { found } = refusal(`1 "${'长'.repeat(5_000)}"`) as { found: string }
    expect(found).toHaveLength(81)
  })

  it.each([
    ['parentheses', '('.repeat(90_000), ''],
    ['closed parentheses', `${'('.repeat(40_000)}a`, ')'.repeat(40_000)],
    ['not', 'not '.repeat(20_000), 'a'],
    ['minus', '-'.repeat(90_000), '1'],
    ['calls', 'f('.repeat(40_000), ''],
    ['lists', 'a in ('.repeat(10_000), ''],
    ['a chain', 'a', '+a'.repeat(40_000)],
    ['a chain of not in', 'a', ' not in ()'.repeat(9_000)],
    ['chains inside chains', `${'('.repeat(50)}a`, `${'+1'.repeat(900)})`.repeat(50)],
    ['a path', 'a', '.a'.repeat(40_000)],
  ])('%s without end', (_, head, tail) => {
    expect(refusal(head + tail)).toMatchObject({ code: 'expression_too_deep' })
  })

  it('draws its limits where it says', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`
    expect(refusal(nested(limits.depth - 1))).toEqual({ code: 'none' })
    expect(refusal(nested(limits.depth))).toMatchObject({ most: limits.depth })
    const chain = (height: number) => `a${' and a'.repeat(height)}`
    expect(refusal(chain(limits.height))).toEqual({ code: 'none' })
    expect(refusal(chain(limits.height + 1))).toMatchObject({ most: limits.height })
    expect(refusal(`a in (${'1,'.repeat(20_000)}1)`)).toEqual({ code: 'none' })
    const long = (length: number) => `"${'x'.repeat(length - 2)}"`
    expect(refusal(long(limits.length))).toEqual({ code: 'none' })
    expect(refusal(long(limits.length + 1))).toEqual({ code: 'expression_too_long', most: limits.length })
    const path = (steps: number) => `a${'.a'.repeat(steps - 1)}`
    expect(refusal(path(limits.steps))).toEqual({ code: 'none' })
    expect(refusal(path(limits.steps + 1))).toMatchObject({ most: limits.steps })
  })

  it('is always an AppError with a place inside the text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '名称',
        '"',
        '“',
        '”',
        '[',
        ']',
        '(',
        ')',
        '（',
        ',',
        '.',
        '。',
        ' ',
        '+',
        '-',
        '=',
        '<',
        '≥',
        '!',
      ],
      ...[
        'not ',
        'in ',
        'and ',
        '且',
        '空',
        '1',
        '.5',
        '万',
        '\\',
        '\0',
        '\ud800',
        '😀',
        '＿',
        '_',
        '\u0301',
        '、',
      ],
    )
    const pieces = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))
    const anything = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(pieces, anything), (text) => {
        const { column = 1 } = refusal(text) as { column?: number }
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual(text.length + 1)
      }),
      { numRuns: 3_000 },
    )
  })
})
