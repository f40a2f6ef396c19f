import type { Address } from './address.ts'
import { tidyLine } from './characters.ts'
import type { Locale } from './field-type.ts'

const chinese: readonly string[] = ['CN', 'TW', 'HK', 'MO']
const municipality = /^(北京|上海|天津|重庆)(?:市)?(?:\1市|市辖区|县)?/
const province =
  /^(?:(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|(?:内蒙古|广西壮族|广西|西藏|宁夏回族|宁夏|新疆维吾尔|新疆)(?:自治区)?)/
const city = /^[^\s\d省区县]{1,10}?(?:市|自治州|地区|盟)/
const district = /^[^\s\d市号路街]{1,10}?(?:自治县|区|區|县|縣|旗|市|鄉|鎮)/
const taiwaneseCity = /^[^\s\d]{2}[市縣]/
const postal = /(?:^(\d{5,6})\s+|[\s,，]*(?:邮编|郵編|郵遞區號)?[:：\s]*\b(\d{6})$)/

/** An address as written in one line, taken apart as far as is certain; the rest is the street. */
export function readAddress(text: string, { country }: Pick<Locale, 'country'>): Address {
  const line = tidyLine(text)
  if (!chinese.includes(country)) return { street: line }
  const found = postal.exec(line)
  const postalCode = found?.[1] ?? found?.[2]
  let rest = found === null ? line : line.replace(found[0], '').trim()
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(rest)?.[0]
    if (match !== undefined) rest = rest.slice(match.length).trimStart()
    return match
  }
  const capital = country === 'CN' ? municipality.exec(rest)?.[1] : undefined
  if (capital !== undefined) take(municipality)
  const parts = {
    province: capital === undefined ? (country === 'CN' ? take(province) : undefined) : `${capital}市`,
    city: capital === undefined ? take(country === 'TW' ? taiwaneseCity : city) : `${capital}市`,
    district: take(district),
    street: rest,
    postalCode,
  }
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== ''))
}
