import { expect, test } from 'vitest'
import { inSentence } from './in-sentence.ts'

test('a name loses its capital inside an English sentence, an abbreviation keeps it', () => {
  expect(inSentence('Deal', 'en')).toBe('deal')
  expect(inSentence('API key', 'en')).toBe('API key')
  expect(inSentence('商机', 'zh-CN')).toBe('商机')
})
