import type { FieldSettings, FieldTypeName, Locale } from './field-type.ts'
import { formatValue, parseValue, readText } from './index.ts'

/** A Wednesday noon in Shanghai. */
export const chinese: Locale = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  now: '2026-11-18T04:00:00Z',
}
export const taiwanese: Locale = {
  ...chinese,
  language: 'zh-TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  country: 'TW',
}
export const english: Locale = {
  ...chinese,
  language: 'en',
  timeZone: 'America/New_York',
  currency: 'USD',
  country: 'US',
}
export const locales: readonly Locale[] = [chinese, taiwanese, english]

type More = Partial<FieldSettings>
export const fieldOf = (type: FieldTypeName, more: More = {}): FieldSettings => ({ name: 'x', type, ...more })

/** What a text is read as; the code where it is refused. */
export function read(type: FieldTypeName, text: string, locale = chinese, more: More = {}): unknown {
  const parsed = readText(fieldOf(type, more), text, locale)
  return parsed.ok ? parsed.value : `refused: ${parsed.refusal.code}`
}

/** What a wire value is kept as; the code where it is refused. */
export function parse(type: FieldTypeName, value: unknown, more: More = {}): unknown {
  const parsed = parseValue(fieldOf(type, more), value)
  return parsed.ok ? parsed.value : `refused: ${parsed.refusal.code}`
}

export const format = (type: FieldTypeName, value: unknown, locale = chinese, more: More = {}): string =>
  formatValue(fieldOf(type, more), value, locale)

export const levels: NonNullable<FieldSettings['options']> = [
  { value: 'key', label: { 'zh-CN': '重点客户', 'zh-TW': '重點客戶', en: 'Key account' } },
  { value: 'normal', label: { 'zh-CN': '普通客户', 'zh-TW': '一般客戶', en: 'Normal' } },
  { value: 'dormant', label: { 'zh-CN': '沉睡、流失', 'zh-TW': '沉睡、流失', en: 'Dormant, lost' } },
]
