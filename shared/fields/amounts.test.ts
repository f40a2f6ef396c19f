import { describe, expect, it } from 'vitest'
import { formatMoney } from './money-format.ts'
import { chinese, english, parse, read, taiwanese } from './testing.ts'

describe('numbers as people write them', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1 234', 1234],
    ['1\u202f234', 1234],
    ['１，２３４．５', 1234.5],
    ['50万', 500_000],
    ['50萬', 500_000],
    ['1.2亿', 120_000_000],
    ['三百二十万', 3_200_000],
    ['1.2k', 1200],
    ['3M', 3_000_000],
    ['12%', 0.12],
    ['(1,200)', -1200],
    ['（1,200）', -1200],
    ['−5', -5],
    ['.5', 0.5],
    ['1.5E+6', 1_500_000],
    ['0.30000000000000004', 0.3],
  ])('%s', (text, number) => expect(read('number', text)).toBe(number))

  it.each(['abc', '1,2,3', '1.2.3', '--5', '(-5)', '5 apples', '12%%', '1e', '¥5'])('refuses %s', (text) =>
    expect(read('number', text)).toBe('refused: invalid_number'),
  )

  it('takes percent as it is written', () => {
    expect(read('percent', '12.5％')).toBe(12.5)
    expect(read('percent', '12')).toBe(12)
  })
})

describe('numbers on the wire', () => {
  it('never coerces', () => {
    for (const value of ['5', true, [], {}]) expect(parse('number', value)).toBe('refused: wrong_type')
  })
  it('keeps only what survives', () => {
    expect(parse('number', 999_999_999_999_999)).toBe(999_999_999_999_999)
    expect(parse('number', 1e15)).toBe('refused: number_out_of_range')
    expect(parse('number', 0.1 + 0.2)).toBe('refused: too_many_digits')
    expect(Object.is(parse('number', -0), 0)).toBe(true)
  })
  it('keeps to the field’s settings', () => {
    expect(parse('number', 1.005, { decimals: 2 })).toBe(1.01)
    expect(parse('number', 0.1 + 0.2, { decimals: 2 })).toBe(0.3)
    expect(parse('percent', 101, { min: 0, max: 100 })).toBe('refused: number_out_of_range')
    expect(parse('rating', 6)).toBe('refused: number_out_of_range')
    expect(parse('rating', 6, { max: 10 })).toBe(6)
    expect(parse('rating', 1.5)).toBe('refused: invalid_number')
  })
})

describe('money', () => {
  it.each([
    ['007.50', '7.5'],
    ['-0.00', '0'],
    ['999999999999999999.999999', '999999999999999999.999999'],
    [12.5, '12.5'],
    [1e-6, '0.000001'],
    ['', null],
  ])('keeps %s as %s', (value, kept) => expect(parse('money', value)).toBe(kept))

  it.each([
    ['1000000000000000000', 'number_out_of_range'],
    ['0.0000001', 'too_many_decimals'],
    ['1e5', 'invalid_number'],
    [' 5', 'invalid_number'],
    ['.5', 'invalid_number'],
    ['NaN', 'invalid_number'],
    [true, 'wrong_type'],
    [1e15, 'number_out_of_range'],
  ])('refuses %s: %s', (value, code) => expect(parse('money', value)).toBe(`refused: ${code}`))

  it('reads amounts with the record’s currency and refuses another', () => {
    for (const text of ['¥1,200.50', '￥1200.5', 'CNY 1,200.50', '1200.5元', '人民币1200.50', 'RMB1200.5'])
      expect(read('money', text)).toBe('1200.5')
    expect(read('money', '50万元')).toBe('500000')
    expect(read('money', 'NT$1,200', taiwanese)).toBe('1200')
    expect(read('money', '$1.5 million', english)).toBe('1500000')
    for (const text of ['$100', '€100', 'US$3M', 'JPY 5'])
      expect(read('money', text)).toBe('refused: currency_mismatch')
  })

  it.each([
    ['3860000', 'CNY', '¥3,860,000.00', '¥386.00万', '¥386.00萬', '¥3.86M'],
    ['9999.5', 'CNY', '¥9,999.50', '¥9,999.50', '¥9,999.50', '¥10.00K'],
    ['99999999.99', 'CNY', '¥99,999,999.99', '¥1.00亿', '¥1.00億', '¥100.00M'],
    ['99500000', 'CNY', '¥99,500,000.00', '¥9,950.00万', '¥9,950.00萬', '¥99.50M'],
    ['-1234567', 'TWD', '-NT$1,234,567', '-NT$123.46万', '-NT$123.46萬', '-NT$1.23M'],
    ['0', 'EUR', '€0.00', '€0.00', '€0.00', '€0.00'],
    [
      '12345678901234567.123456',
      'XAU',
      'XAU 12,345,678,901,234,567.123456',
      'XAU 12,345.68万亿',
      'XAU 12,345.68兆',
      'XAU 12,345.68T',
    ],
  ])('prints %s %s', (amount, currency, full, simplified, traditional, inEnglish) => {
    expect(formatMoney(amount, currency, 'zh-CN')).toBe(full)
    expect(formatMoney(amount, currency, chinese.language, { compact: true })).toBe(simplified)
    expect(formatMoney(amount, currency, 'zh-TW', { compact: true })).toBe(traditional)
    expect(formatMoney(amount, currency, 'en', { compact: true })).toBe(inEnglish)
  })
})
