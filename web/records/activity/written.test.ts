import { expect, test } from 'vitest'
import { draftOf, piecesOf, writtenOf } from './written.ts'

const lin = { id: '01890000-0000-7000-8000-000000000001', name: '林知夏' }
const other = { id: '01890000-0000-7000-8000-000000000002', name: '林知夏' }
const file = { id: '01890000-0000-7000-8000-000000000003', name: '合同.pdf', picture: false }

test('a mention and a file are links of the kept text, and come back as they were written', () => {
  const draft = { text: '报价发了，@林知夏 跟一下', mentions: [lin], inText: [file] }
  const kept = writtenOf(draft)
  expect(kept).toBe(`报价发了，[@林知夏](user:${lin.id}) 跟一下\n[合同.pdf](file:${file.id})`)
  expect(draftOf(kept)).toEqual(draft)
})

test('a name that was changed by hand mentions nobody', () => {
  expect(writtenOf({ text: '@林知', mentions: [lin], inText: [] })).toBe('@林知')
})

test('of two members of one name each keeps its own id', () => {
  const kept = `[@林知夏](user:${lin.id})和[@林知夏](user:${other.id})`
  expect(writtenOf(draftOf(kept))).toBe(kept)
})

test('the longer of two names that begin alike is taken', () => {
  const ann = { id: lin.id, name: 'Ann' }
  const anna = { id: other.id, name: 'Anna' }
  expect(writtenOf({ text: '@Anna @Ann', mentions: [ann, anna], inText: [] })).toBe(
    `[@Anna](user:${other.id}) [@Ann](user:${lin.id})`,
  )
})

test('only links to the web, members and files mean something', () => {
  expect(piecesOf('见 https://kith.example/a?b=1，谢谢').map((piece) => piece.kind)).toEqual([
    'text',
    'link',
    'text',
  ])
  for (const bomb of [
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '**粗** # 标题',
    '[@a](user:1)',
  ])
    expect(piecesOf(bomb)).toEqual([{ kind: 'text', text: bomb }])
})

test('brackets without end cost no more than their length', () => {
  expect(piecesOf('['.repeat(200_000))).toHaveLength(1)
  expect(piecesOf('![a]('.repeat(50_000))).toHaveLength(1)
})
