import { describe, expect, it } from 'vitest'
import { catalogue } from '#shared/expression/testing.ts'
import { completionsAt } from './completion.ts'
import { openedAt, piecesOf } from './pieces.ts'
import { placeAt } from './place.ts'
import { problemOf } from './problem.ts'

const ground = { catalogue, object: catalogue.object('deal'), expected: 'boolean' as const }
/** `|` is where the caret stands. */
const offered = (marked: string, language: 'zh-CN' | 'en' = 'zh-CN') => {
  const caret = marked.indexOf('|')
  const place = placeAt(marked.replace('|', ''), caret, ground)
  return completionsAt(place, ground, language).map(({ insert }) => insert)
}

describe('what could be written next', () => {
  it('offers fields and functions where a value stands', () => {
    expect(offered('|')).toEqual(expect.arrayContaining(['金额', '客户', 'isBlank()', 'today()']))
    expect(offered('|', 'en')).toEqual(expect.arrayContaining(['Amount', 'Tags']))
  })
  it('brackets what is no single word', () => {
    expect(offered('预计|')).toEqual(['预计成交日期'])
    expect(offered('close|', 'en')).toEqual(['closeDate'])
  })
  it('finds by API name and inserts it', () => {
    expect(offered('amou|')[0]).toBe('amount')
  })
  it('finds functions by the words of each language', () => {
    expect(offered('为空|')).toContain('为空()')
    expect(offered('startsW|')).toContain('startsWith()')
  })
  it('offers the fields of the record behind a dot', () => {
    expect(offered('客户.|')).toEqual(expect.arrayContaining(['行业', '名称']))
    expect(offered('company.indus|')).toEqual(['industry'])
  })
  it('offers operators after a field, as its type has them', () => {
    expect(offered('金额 |')).toContain('> ')
    expect(offered('company |')).not.toContain('> ')
    expect(offered('金额 > 5 |')).toContain('and ')
  })
  it('offers the choices that a field is held against', () => {
    expect(offered('company.industry = |').slice(0, 2)).toEqual(['"零售"', '"制造业"'])
    expect(offered('company.industry in ("零售", "制|')).toEqual(['"制造业"'])
    expect(offered('客户.行业 属于（“零售”，“制|')).toEqual(['“制造业”'])
    expect(offered('contains(levels, "|')).toEqual(['"高"', '"低"'])
  })
  it('asks for records where a relation is held against a text', () => {
    const text = 'company = "华'
    expect(placeAt(text, text.length, ground)).toMatchObject({
      kind: 'text',
      typed: '华',
      against: { type: 'record' },
    })
  })
})

describe('pieces', () => {
  it.each(['金额 ＞ 50万 且 行业 = “零售', 'a + $ b', 'x in ("a", 1.5) or not f(y)', '"open', '', '【预计'])(
    '%s is its pieces together',
    (text) => {
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    },
  )
  it('knows the quotation that is still open', () => {
    expect(openedAt('a = "b" and c = “d')).toBe(16)
    expect(openedAt('a = "b\\"')).toBe(4)
    expect(openedAt('a = "b"')).toBeUndefined()
  })
})

describe('a mistake', () => {
  it('speaks the words that the person reads', () => {
    const told = (text: string) => problemOf(text, ground, 'zh-CN')?.message
    expect(told('amuont > 1')).toContain('“商机”没有字段“amuont”，是否为“金额”')
    expect(told('company.industry = "零收"')).toContain('“行业”没有选项“零收”，是否为“零售”')
    expect(told('amount')).toContain('应为是或否，实为数字')
  })
  it('stands at its place with the nearest right name', () => {
    expect(problemOf('amont > 1', ground, 'en')).toMatchObject({ start: 0, end: 5, mending: 'Amount' })
    expect(problemOf('closDate > today()', ground, 'en')).toMatchObject({ mending: 'closeDate' })
    expect(problemOf('company.industry = "零收"', ground, 'en')).toMatchObject({
      start: 19,
      end: 23,
      mending: '"零售"',
    })
    expect(problemOf('isBlnk(amount)', ground, 'en')).toMatchObject({ start: 0, end: 6 })
  })
  it('is told where the whole is of another type', () => {
    expect(problemOf('amount', ground, 'en')).toBeDefined()
    expect(problemOf('amount', { ...ground, expected: 'number' }, 'en')).toBeUndefined()
  })
  it('ends with the text where something is missing', () => {
    expect(problemOf('amount > ', ground, 'en')).toMatchObject({ start: 9, end: 9 })
  })
})
