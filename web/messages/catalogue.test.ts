import { expect, test } from 'vitest'
import { languages } from '#shared/language.ts'
import { loadFurther, loadMessages } from './catalogue.ts'

const flat = async (language: (typeof languages)[number]) =>
  new Map(
    Object.entries({ ...(await loadMessages[language]()), ...(await loadFurther[language]()) }).flatMap(
      ([area, words]) =>
        Object.entries(words).map(([key, text]): [string, string] => [`${area}.${key}`, text]),
    ),
  )

/** Names of the parameters, those inside plural branches too. */
const parameters = (text: string) =>
  new Set([...text.matchAll(/(?<!(?:=\d+|one|other)\s*)\{(\w+)(?:,\s*plural|\})/g)].map(([, name]) => name))

const source = await flat('zh-CN')

test.each(languages)('%s has every text, and no other', async (language) => {
  expect([...(await flat(language)).keys()].toSorted()).toEqual([...source.keys()].toSorted())
})

test.each(languages)('%s leaves no text empty and asks for the same parameters', async (language) => {
  const wrong = [...(await flat(language))].filter(([key, text]) => {
    const wanted = parameters(source.get(key) ?? '')
    return text.trim() === '' || [...parameters(text)].some((name) => !wanted.has(name))
  })
  expect(wrong).toEqual([])
})

test('Chinese follows the rules of the house: no 请, no exclamation mark, full-width punctuation', async () => {
  const texts = [...source, ...(await flat('zh-TW'))]
  const wrong = texts.filter(
    ([, text]) =>
      /[请請!！]/.test(text.replace(/申请|申請|邀请|邀請|请求|請求/g, '')) ||
      /\p{Script=Han}[,;:?]/u.test(text),
  )
  expect(wrong).toEqual([])
})

test('Traditional Chinese uses the words of Taiwan', async () => {
  const mainland = /用户|用戶|字段|導入|文件|數據|設置|服務器|服务器|登錄|默認|搜索/
  expect([...(await flat('zh-TW'))].filter(([, text]) => mainland.test(text))).toEqual([])
})
