import { describe, expect, it } from 'vitest'
import { parseValue } from './index.ts'
import { looksMangled } from './mangled.ts'
import { chinese, english, fieldOf, format, levels, parse, read, taiwanese } from './testing.ts'

describe('text', () => {
  it('is kept in NFC and within its length', () => {
    expect(parse('text', 'Cafe\u0301')).toBe('Café')
    expect(parse('text', '😀'.repeat(500))).toBe('😀'.repeat(500))
    expect(parse('text', '客'.repeat(501))).toBe('refused: text_too_long')
    expect(parse('text', 'abc', { maxLength: 2 })).toBe('refused: text_too_long')
    expect(parse('longText', 'a'.repeat(100_001))).toBe('refused: text_too_long')
    expect(parse('text', '')).toBeNull()
  })
  it.each(['a\0b', 'a\ud800', '\udc00'])('refuses what PostgreSQL cannot keep', (value) => {
    expect(parse('text', value)).toBe('refused: invalid_text')
    expect(parse('richText', value)).toBe('refused: invalid_text')
    expect(parse('tags', [value])).toBe('refused: invalid_text')
    expect(parse('json', { [value]: 1 })).toBe('refused: invalid_text')
    expect(parse('json', [value])).toBe('refused: invalid_text')
  })
  it('is one line, unless it is long', () => {
    expect(parse('text', 'a\nb')).toBe('refused: line_break')
    expect(parse('longText', 'a\nb')).toBe('a\nb')
    expect(read('text', '  华为\r\n 技术 ')).toBe('华为 技术')
    expect(parse('text', ' a ')).toBe(' a ')
  })
  it('knows a code that a spreadsheet mangled', () => {
    expect(looksMangled('9.13E+17')).toBe(true)
    expect(looksMangled('91320594MA1XXXXX0E')).toBe(false)
  })
})

describe('e-mail, web and phone', () => {
  it('keeps an address as typed and refuses what cannot be one', () => {
    expect(parse('email', 'Ann.Lee+x@Example.co')).toBe('Ann.Lee+x@Example.co')
    expect(parse('email', '张三@公司.中国')).toBe('张三@公司.中国')
    expect(read('email', 'Ann Lee <ann@example.com>')).toBe('ann@example.com')
    expect(read('email', ' ann＠example.com ')).toBe('ann@example.com')
    for (const value of ['ann', 'a@b', 'a b@c.d', '@c.d', 'a@c..d', 'a@b@c.d'])
      expect(parse('email', value), value).toBe('refused: invalid_email')
  })
  it('adds a scheme where a person left it out, and only lets safe ones in', () => {
    expect(read('url', 'example.com/路径')).toBe('https://example.com/路径')
    expect(parse('url', 'example.com')).toBe('refused: invalid_url')
    expect(parse('url', 'tel:+8651262884100')).toBe('tel:+8651262884100')
    for (const value of ['javascript:alert(1)', 'data:text/html,x', 'ftp://x.y', 'https://', 'https://a b.c'])
      expect(read('url', value), value).toBe('refused: invalid_url')
  })
  it('never refuses a phone number for its form', () => {
    for (const value of ['0512-62884100转801', '95588', '问前台']) expect(parse('phone', value)).toBe(value)
  })
})

describe('options', () => {
  const options = levels
  it('takes values on the wire, and names the nearest', () => {
    expect(parse('select', 'key', { options })).toBe('key')
    expect(parseValue(fieldOf('select', { options }), 'nomal')).toEqual({
      ok: false,
      refusal: { code: 'unknown_option', parameters: { value: 'nomal', suggestion: 'normal' } },
    })
    expect(parseValue(fieldOf('multiSelect', { options }), ['key', '重点客户'])).toMatchObject({
      refusal: { code: 'unknown_option', path: '/1' },
    })
  })
  it('reads labels of every language, whatever the width and case', () => {
    for (const text of ['重点客户', '重點客戶', 'KEY ACCOUNT', 'ｋｅｙ'])
      expect(read('select', text, english, { options })).toBe('key')
    expect(read('multiSelect', 'Normal；重点客户、normal', chinese, { options })).toEqual(['normal', 'key'])
    expect(read('multiSelect', 'Dormant, lost', english, { options })).toEqual(['dormant'])
    expect(read('select', 'gone', chinese, { options })).toBe('refused: unknown_option')
  })
})

describe('lists', () => {
  it('hold each member once, and an empty one is null', () => {
    expect(parse('tags', ['华东', 'VIP', '华东'])).toEqual(['华东', 'VIP'])
    expect(parse('tags', [])).toBeNull()
    expect(parse('relations', [])).toEqual([])
    expect(read('tags', 'VIP, 华东；2026')).toEqual(['VIP', '华东', '2026'])
    expect(parse('tags', ['a'.repeat(101)])).toBe('refused: text_too_long')
    expect(parse('tags', Array.from({ length: 201 }, String))).toBe('refused: too_many_values')
    expect(parse('tags', 'VIP')).toBe('refused: wrong_type')
  })
})

describe('addresses', () => {
  it('keep their known members in order, without the empty ones', () => {
    const kept = parse('address', { street: '星湖街328号', city: '苏州市', district: '', country: 'CN' })
    expect(JSON.stringify(kept)).toBe('{"country":"CN","city":"苏州市","street":"星湖街328号"}')
    expect(parse('address', { city: '' })).toBeNull()
    expect(parse('address', { town: 'x' })).toBe('refused: invalid_address')
    expect(parse('address', { country: 'XX' })).toBe('refused: wrong_type')
    expect(parse('address', { latitude: 91 })).toBe('refused: number_out_of_range')
    expect(parse('address', { code: '3205' })).toBe('refused: wrong_type')
  })
  it('are taken apart and printed in the order of their country', () => {
    const address = {
      province: '江苏省',
      city: '苏州市',
      district: '工业园区',
      street: '星湖街328号',
      postalCode: '215000',
    }
    expect(read('address', '江苏省苏州市工业园区星湖街328号 215000')).toEqual(address)
    expect(format('address', address)).toBe('江苏省苏州市工业园区星湖街328号 215000')
    expect(format('address', read('address', '北京朝阳区建国路88号'))).toBe('北京市朝阳区建国路88号')
    expect(read('address', '台北市信義區市府路1號', taiwanese)).toMatchObject({ district: '信義區' })
    expect(format('address', { latitude: 31.3, longitude: 120.6 })).toBe('31.3, 120.6')
    expect(format('address', { country: 'CN' })).toBe('中国')
    const london = { country: 'GB', city: 'London', street: '10 Downing St', postalCode: 'SW1A 2AA' }
    expect(format('address', london, english)).toBe('10 Downing St, London, SW1A 2AA, United Kingdom')
  })
})

describe('ids and references', () => {
  const id = '0190F0E0-0000-7000-8000-00000000000A'
  it('are lower-case UUIDs', () => {
    for (const type of ['relation', 'user', 'file'] as const) {
      expect(parse(type, id)).toBe(id.toLowerCase())
      expect(parse(type, 'x')).toBe('refused: invalid_id')
      expect(parse(type, 5)).toBe('refused: wrong_type')
    }
    expect(parse('relations', [id, id.toLowerCase()])).toEqual([id.toLowerCase()])
  })
  it('name an object and an id', () => {
    const reference = { object: 'deal', id: id.toLowerCase() }
    expect(parse('anyRecord', { id, object: 'deal' })).toEqual(reference)
    expect(parse('anyRecord', { ...reference, more: 1 })).toBe('refused: member_not_allowed')
    expect(parse('anyRecord', [reference, { object: 'deal', id }], { multiple: true })).toEqual([reference])
    expect(parse('anyRecord', [reference])).toBe('refused: wrong_type')
    expect(read('anyRecord', format('anyRecord', reference))).toEqual(reference)
  })
})

describe('json', () => {
  it('is any value within its size and depth', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    expect(parse('json', nested(32))).toEqual(nested(32))
    expect(parse('json', nested(33))).toBe('refused: json_too_deep')
    expect(parse('json', nested(5_000))).toBe('refused: json_too_deep')
    expect(parse('json', '客'.repeat(22_000))).toBe('refused: json_too_large')
    expect(parse('json', 'a'.repeat(65_000))).toHaveLength(65_000)
    expect(read('json', '{"a": [1]}')).toEqual({ a: [1] })
    expect(read('json', '{a}')).toBe('refused: wrong_type')
  })
})
