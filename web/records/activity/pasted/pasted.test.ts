import { expect, test } from 'vitest'
import type { Locale } from '#shared/fields/field-type.ts'
import { readPasted } from './pasted.ts'

const locale: Locale = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  now: '2026-11-21T04:00:00Z',
}
const read = (text: string) => readPasted(text, locale)

test('WeChat for Windows: name and time in a line of their own', () => {
  expect(
    read(
      '顾承宇 2026/11/20 14:03\r\n报价单收到了\r\n\r\n林知夏 2026/11/20 14:05\r\n好的\r\n明天再打给您\r\n',
    ),
  ).toEqual({
    kind: 'wechat',
    at: '2026-11-20T06:03:00.000Z',
    endsAt: '2026-11-20T06:05:00.000Z',
    people: ['顾承宇', '林知夏'],
    addresses: [],
    body: '顾承宇：报价单收到了\n林知夏：好的\n明天再打给您',
  })
})

test('WeCom prints the account behind the name and the month without its year', () => {
  expect(read('顾承宇@微信 11-20 14:03:22\n预算批了\n\n沈茜 11-20 14:04:10\n[图片]\n')).toMatchObject({
    kind: 'wechat',
    at: '2026-11-20T06:03:22.000Z',
    people: ['顾承宇', '沈茜'],
    body: '顾承宇：预算批了\n沈茜：[图片]',
  })
})

test('DingTalk ends the line with a colon', () => {
  expect(read('唐以宁(采购部) 2026-11-20 09:12:01:\n合同条款发您了\n')).toMatchObject({
    people: ['唐以宁'],
    at: '2026-11-20T01:12:01.000Z',
    body: '唐以宁：合同条款发您了',
  })
})

test('QQ puts the time first', () => {
  expect(read('2026-11-20 14:03:00 罗启航(123456)\n发票抬头对吗\n')).toMatchObject({
    people: ['罗启航'],
    body: '罗启航：发票抬头对吗',
  })
})

test('a conversation of today is told by hours alone', () => {
  expect(read('顾承宇 14:03\n在吗\n\n林知夏 14:04\n在的')).toMatchObject({
    at: '2026-11-21T06:03:00.000Z',
    people: ['顾承宇', '林知夏'],
  })
  expect(read('会议 14:03\n没有第二行像它')).toBeUndefined()
})

test('WhatsApp has all in one line, with lines that follow', () => {
  expect(read('[2026/11/20, 14:03:22] Gu Chengyu: got the quote\nsecond line\n')).toMatchObject({
    kind: 'other',
    people: ['Gu Chengyu'],
    at: '2026-11-20T06:03:22.000Z',
    body: 'Gu Chengyu：got the quote\nsecond line',
  })
})

test('a Chinese mail: headers, then the text', () => {
  expect(
    read(
      '发件人： 顾承宇 <Gu@hongyuan.example>\n发送时间： 2026年11月20日(星期五) 下午2:03\n收件人： 林知夏 <lin@kith.example>; 王芳 <wang@kith.example>\n主题： 回复：三期扩容报价\n\n林总好，\n报价已转总经理。\n',
    ),
  ).toEqual({
    kind: 'email',
    at: '2026-11-20T06:03:00.000Z',
    people: ['顾承宇', '林知夏', '王芳'],
    addresses: ['gu@hongyuan.example', 'lin@kith.example', 'wang@kith.example'],
    subject: '回复：三期扩容报价',
    body: '林总好，\n报价已转总经理。',
  })
})

test('a mail of Outlook in English, forwarded', () => {
  expect(
    read(
      '-----Original Message-----\nFrom: Gu Chengyu <gu@hongyuan.example>\nSent: Friday, November 20, 2026 2:03 PM\nTo: Lin Zhixia\nSubject: RE: Quote\n\nHello Lin,\n',
    ),
  ).toMatchObject({ at: '2026-11-20T06:03:00.000Z', subject: 'RE: Quote', body: 'Hello Lin,' })
})

test('a source of a mail, with its offset', () => {
  expect(
    read(
      'From: gu@hongyuan.example\nTo: lin@kith.example\nDate: Fri, 20 Nov 2026 14:03:22 +0800 (CST)\nSubject: Quote\n\nHi',
    ),
  ).toMatchObject({ at: '2026-11-20T06:03:22.000Z', addresses: ['gu@hongyuan.example', 'lin@kith.example'] })
})

test('a mail in traditional Chinese', () => {
  expect(
    read('寄件者: 陳怡君 <chen@tw.example>\n日期: 2026/11/20 14:03\n主旨: 報價單\n\n您好'),
  ).toMatchObject({
    kind: 'email',
    people: ['陳怡君'],
    subject: '報價單',
    body: '您好',
  })
})

test('notes stay notes', () => {
  for (const text of [
    '预算已批到290万，要求12月10日前完成合同用印。',
    '主题：只是一个词',
    '注意: 下午 14:03 开会',
    '见面地点：上海\n时间：下午3点',
    'https://example.com/a 2026/11/20',
    '',
  ])
    expect(read(text)).toBeUndefined()
})

test('text made to be slow is read in time', () => {
  for (const piece of ['a ', '[', '发件人：', '1/1 1:1', 'a@', '---', '> ', '：'])
    expect(() => read(piece.repeat(40_000))).not.toThrow()
})
