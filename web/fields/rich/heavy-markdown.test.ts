import { MarkdownManager } from '@tiptap/markdown'
import { expect, test } from 'vitest'
import { isHeavyMarkdown } from './heavy-markdown.ts'
import { markdownKit } from './markdown-kit.ts'

const manager = new MarkdownManager({ extensions: markdownKit() })

test.each([
  ['quotes within quotes', `${'>'.repeat(10_000)} a`],
  ['lists within lists in one line', `${'- '.repeat(5_000)}a`],
  ['numbers within numbers', `${'1. '.repeat(5_000)}a`],
  ['brackets within brackets', `${'['.repeat(10_000)}a${']'.repeat(10_000)}`],
  ['emphasis without an end', `${'*'.repeat(10_001)}a${'*'.repeat(9_999)}`],
  ['a page of HTML', '<b>'.repeat(30_000)],
  ['underscores', '_a '.repeat(20_000)],
  ['exclamation marks', '!'.repeat(50_000)],
  ['escapes', String.raw`\a`.repeat(30_000)],
  ['links without an end', '[a]('.repeat(20_000)],
  ['empty paragraphs', 'a\n\n'.repeat(30_000)],
])('%s are not formatted', (_what, bomb) => expect(isHeavyMarkdown(bomb)).toBe(true))

test.each([
  ['a word of 99,000 characters', '字'.repeat(99_000)],
  [
    'the minutes of a long meeting',
    '## 议题\n\n**张伟** 说明了 _报价_ 的构成，附件见[网盘](https://pan.example)。\n\n- 甲\n- 乙 `A-1`\n\n'.repeat(
      90,
    ),
  ],
  [
    'a list nested as deep as anybody does',
    Array.from({ length: 12 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n'),
  ],
  ['a rule of dashes', '-'.repeat(200)],
  ['a long table', '| 甲 | 乙 |\n'.repeat(1_000)],
])('%s is, and ends', (_what, text) => {
  expect(isHeavyMarkdown(text)).toBe(false)
  expect(() => manager.parse(text)).not.toThrow()
})
