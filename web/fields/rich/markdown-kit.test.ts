import { MarkdownManager } from '@tiptap/markdown'
import { expect, test } from 'vitest'
import { markdownKit } from './markdown-kit.ts'

const manager = new MarkdownManager({ extensions: markdownKit() })
const id = '01a13e9e-282f-71e1-806a-7ee9dc2cf0fa'
const again = (markdown: string) => manager.serialize(manager.parse(markdown)).trim()
const texts = (node: unknown): string => {
  if (typeof node !== 'object' || node === null) return ''
  const { text, content } = node as { text?: string; content?: unknown[] }
  return (text ?? '') + (content ?? []).map(texts).join('')
}

test.each([
  ['## 会议'],
  ['- [ ] 报价\n- [x] 合同'],
  ['```\n代码\n```'],
  [`请[@林知夏](user:${id})看`],
  [`见[合同.pdf](file:${id})`],
  [`![现场.jpg](file:${id})`],
  ['[网站](https://example.com)'],
])('%s is kept as it is', (markdown) => expect(again(markdown)).toBe(markdown))

test.each([
  ['a header and rows', '| 型号 | 数量 |\n| --- | --- |\n| A-1 | **20** |\n| B-2 |  |'],
  ['no header', '|  |  |\n| --- | --- |\n| 甲 | 乙 |'],
  ['a sign of its own', '| 甲 \\| 乙 | `x` |\n| --- | --- |\n| 1 | 2 |'],
  ['a mention', `| 谁 | 何时 |\n| --- | --- |\n| [@林知夏](user:${id}) | 周三 |`],
])('a table with %s is kept as it is', (_what, markdown) => expect(again(markdown)).toBe(markdown))

test.each([
  '<img src=x onerror=alert(1)>',
  '前 <b>粗</b> 后',
  '<script>alert(1)</script>',
  '<div>\n<p>甲</p>\n</div>',
  '<!-- 注 -->',
])('%s is text', (markdown) => {
  expect(texts(manager.parse(markdown)).replaceAll(/\s/g, '')).toBe(markdown.replaceAll(/\s/g, ''))
  expect(again(again(markdown))).toBe(again(markdown))
})

test('mentions and files are members and files, whatever they are called', () => {
  expect(JSON.stringify(manager.parse(`[@王芳](user:${id})`))).toContain('"type":"mention"')
  expect(JSON.stringify(manager.parse(`[@王芳](user:javascript:alert)`))).not.toContain('"type":"mention"')
  expect(JSON.stringify(manager.parse(`[a](file:${id})`))).toContain('"type":"file"')
})
