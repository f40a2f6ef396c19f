import { describe, expect, it } from 'vitest'
import type { Locale } from '#shared/fields/field-type.ts'
import { readTask } from './read-task.ts'

/** Wednesday 2026-11-18, 16:00 in Shanghai. */
const locale: Locale = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  now: '2026-11-18T08:00:00Z',
}
const people = ['林知夏', '林知', '王芳', 'Lin Zhixia'].map((name, index) => ({ id: String(index), name }))
const priorities = [
  { value: 'urgent', words: ['紧急', '緊急', 'Urgent'] },
  { value: 'high', words: ['高', 'High'] },
  { value: 'low', words: ['低', 'Low'] },
]
const read = (line: string, plain?: readonly string[]) => {
  const task = readTask(line, {
    locale,
    people,
    priorities,
    closes: '18:00',
    ...(plain !== undefined && { plain: new Set(plain) }),
  })
  return {
    subject: task.subject,
    due: task.due?.value.slice(0, 16),
    who: task.assignee?.value.name,
    priority: task.priority?.value,
  }
}
const of = (subject: string, due?: string, who?: string, priority?: string) => ({
  subject,
  due,
  who,
  priority,
})

describe('a task in one line', () => {
  it.each([
    ['周五下午3点 给张总回电话 @林知夏 !高', of('给张总回电话', '2026-11-20T07:00', '林知夏', 'high')],
    ['明天给张总回电话', of('给张总回电话', '2026-11-19T10:00')],
    ['给张总回电话，下周一上午10点', of('给张总回电话', '2026-11-23T02:00')],
    ['给张总回电话明天下午3点半', of('给张总回电话', '2026-11-19T07:30')],
    ['@王芳 整理合同 ！紧急', of('整理合同', undefined, '王芳', 'urgent')],
    ['11月30日寄样品', of('寄样品', '2026-11-30T10:00')],
    ['3天后回访', of('回访', '2026-11-21T10:00')],
    ['Call Zhang tomorrow 3pm @Lin Zhixia !high', of('Call Zhang', '2026-11-19T07:00', 'Lin Zhixia', 'high')],
    ['next Wednesday send the quote', of('send the quote', '2026-11-25T10:00')],
    ['Send quote on Nov 30 !low', of('Send quote', '2026-11-30T10:00', undefined, 'low')],
  ])('%s', (line, task) => expect(read(line)).toEqual(task))

  it('keeps what it does not know in the words', () => {
    expect(read('问 a@b.cn 报价 3.5 万 !快')).toEqual(of('问 a@b.cn 报价 3.5 万 !快'))
    expect(read('核对 2026 预算')).toEqual(of('核对 2026 预算'))
    expect(read('')).toEqual(of(''))
  })

  it('takes a time that has passed today for the next day, and one of today as it stands', () => {
    expect(read('下午3点开会').due).toBe('2026-11-19T07:00')
    expect(read('今天下午3点开会').due).toBe('2026-11-18T07:00')
    expect(read('下午5点开会').due).toBe('2026-11-18T09:00')
  })

  it('leaves a part alone whose chip was taken away', () => {
    expect(read('周一鸣约饭 @林知夏', ['周一'])).toEqual(of('周一鸣约饭', undefined, '林知夏'))
    expect(read('回电 @林知夏', ['@林知夏'])).toEqual(of('回电 @林知夏'))
  })
})
