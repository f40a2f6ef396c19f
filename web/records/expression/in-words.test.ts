import { expect, test } from 'vitest'
import { catalogue } from '#shared/expression/testing.ts'
import { inWords } from './in-words.ts'

const ground = { catalogue, object: catalogue.object('deal') }

test.each([
  ['amount > 500000 and company.industry in ("retail")', '金额 > 500000 且 客户.行业 属于 ("零售")'],
  ['not isBlank(company) or closeDate < today() + 30', '非 为空(客户) 或 预计成交日期 < 今天() + 30'],
  ['company.industry = "retail"', '客户.行业 = "零售"'],
])('%s reads %s', (text, words) => {
  expect(inWords(text, ground, 'zh-CN')).toBe(words)
})

test('English keeps the words of the language', () => {
  expect(inWords('amount > 5 and not contains(tags, "and")', ground, 'en')).toBe(
    'Amount > 5 and not contains(Tags, "and")',
  )
  expect(inWords('closeDate < today()', ground, 'en')).toBe('[Close date] < today()')
})

test('what does not read, or would read otherwise, stays as it is', () => {
  expect(inWords('amount > ', ground, 'zh-CN')).toBe('amount > ')
  expect(inWords('companyId = "x"', ground, 'zh-CN')).toBe('companyId = "x"')
})
