import { expect, test } from 'vitest'
import { mentionedIn, sentenceAround } from './mentions.ts'

const lin = '01980000-0000-7000-8000-00000000000a'
const mei = '01980000-0000-7000-8000-00000000000b'
const at = (name: string, id: string) => `[@${name}](user:${id})`

test('finds each member once, whatever stands around', () => {
  const text = `${at('林知夏', lin)}，${at('Mei \\[x\\]', mei.toUpperCase())}和${at('林知夏', lin)}`
  expect([...mentionedIn(text)]).toEqual([lin, mei])
})

test.each([
  'no mention of @Lin',
  '[@Lin](user:1)',
  `[Lin](user:${lin})`,
  `@Lin (user:${lin})`,
  `[@](user:${lin})`,
  `${'[@'.repeat(5_000)}`,
])('passes over what is none', (text) => {
  expect([...mentionedIn(text)]).toEqual([])
})

test.each([
  [`报价发了。${at('林知夏', lin)} 跟一下 3.5% 的折扣！谢谢。`, '@林知夏 跟一下 3.5% 的折扣！'],
  [`Sent it. Could you, ${at('Lin', lin)}, call **today**? Thanks.`, 'Could you, @Lin, call today?'],
  [`# Notes\n- first\n- ${at('Lin', lin)}: see [the file](file:x)\n- last`, '@Lin: see the file'],
  [at('Lin', lin), '@Lin'],
])('gives the sentence around it, plain', (text, sentence) => {
  expect(sentenceAround(text, lin)).toBe(sentence)
})

test('of a sentence without end gives what surrounds the name', () => {
  const sentence = sentenceAround(`${'字'.repeat(1_000)}${at('林知夏', lin)}${'句'.repeat(1_000)}`, lin)
  expect(sentence).toMatch(/^…字+@林知夏句+…$/)
  expect(sentence.length).toBeLessThanOrEqual(302)
})
