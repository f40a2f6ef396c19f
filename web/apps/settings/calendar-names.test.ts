import { expect, test } from 'vitest'
import { dateWithWeekday, monthNames, weekdayNames } from './calendar-names.ts'

test('months and weekdays come in order', () => {
  expect(monthNames('zh-CN').slice(0, 2)).toEqual(['一月', '二月'])
  expect(monthNames('en').at(-1)).toBe('December')
  expect(weekdayNames('zh-CN')).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日'])
  expect(weekdayNames('en')[0]).toBe('Mon')
})

test('the year stands only where it is another one', () => {
  expect(dateWithWeekday('2026-10-01', 'en', 2026)).toBe('Thu, Oct 1')
  expect(dateWithWeekday('2027-01-01', 'en', 2026)).toContain('2027')
  expect(dateWithWeekday('2026-10-01', 'zh-CN', 2026)).toBe('10月1日周四')
})
