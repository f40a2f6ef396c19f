import { expect, test } from 'vitest'
import { defaultSettings } from './default-settings.ts'
import { isWorkingTime } from './working-time.ts'

const { calendar } = defaultSettings('zh-CN')

test.each([
  ['a Friday morning', '2026-11-20T10:00:00+08:00', true],
  ['the minute of opening', '2026-11-20T09:00:00+08:00', true],
  ['the minute before', '2026-11-20T08:59:59+08:00', false],
  ['the minute of closing', '2026-11-20T18:00:00+08:00', false],
  ['a Saturday', '2026-11-21T10:00:00+08:00', false],
  ['National Day, a Thursday', '2026-10-01T10:00:00+08:00', false],
  ['a Saturday that is worked for it', '2026-10-10T10:00:00+08:00', true],
])('%s', (_, moment, works) => {
  expect(isWorkingTime(calendar, Date.parse(moment), 'Asia/Shanghai')).toBe(works)
})

test('the hours are those of the person’s own zone', () => {
  const morningInShanghai = Date.parse('2026-11-20T10:00:00+08:00')
  expect(isWorkingTime(calendar, morningInShanghai, 'Europe/Berlin')).toBe(false)
})
