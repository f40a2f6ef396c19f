import { type Division, nameOf } from './division.ts'

/** A pasted line in parts; `rest` is what belongs to no address: a name, a telephone number. */
interface TakenApart {
  readonly division: Division | undefined
  readonly street: string
  readonly postalCode: string | undefined
  readonly rest: string
}

const phone =
  /(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)|(?:\(?0\d{1,3}\)?[-\s]?)\d{6,8}(?!\d)|09\d{2}[-\s]?\d{3}[-\s]?\d{3}/
const labels =
  /(?:收货|收件|联系|聯絡|详细|所在)?(?:地址|地区|人|电话|電話|手机号?码?|手機|姓名|邮编|郵遞區號)\s*[:：]\s*/g
const countries = /^(?:中国|中國|中华人民共和国|台灣|臺灣|台湾)(?!省)/
const name = /^[\p{Script=Han}·]{2,4}(?:先生|女士|小姐|经理|總|总)?$|^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/u
const houseNumber = /[\d零一二三四五六七八九十号號室楼樓层層弄巷路街道村组栋座幢]/

/**
 * An address as people copy it from a chat or a web shop: `江苏省苏州市工业园区星湖街328号 顾承宇 13862014477`. Parts that
 * are left out are found where only one place fits: 苏州市姑苏区 needs no province.
 */
export function takeApart(pasted: string, divisions: readonly Division[]): TakenApart {
  const line = pasted
    .replaceAll(labels, ' ')
    .replaceAll(/[\s,，;；、|]+/g, ' ')
    .trim()
  const number = phone.exec(line)?.[0]
  const words = (number === undefined ? line : line.replace(number, ' ')).trim().split(/ +/)
  const postal =
    words.find((word) => /^\d{5,6}$/.test(word)) ?? /^\d{3}(?:\d{2,3})?(?=\D)/.exec(words[0] ?? '')?.[0]
  const people = words.filter((word, at) => isPerson(word, at, words, divisions))
  const address = words
    .filter((word) => !people.includes(word) && word !== postal)
    .join(' ')
    .replace(postal !== undefined && words[0]?.startsWith(postal) === true ? postal : /^(?!)/, '')
    .replace(countries, '')
    .trim()
  const { division, street } = divisionOf(address, divisions)
  return {
    division,
    street,
    postalCode: postal ?? division?.postalCode,
    rest: [...people, number].filter(Boolean).join(' '),
  }
}

const isPerson = (
  word: string,
  at: number,
  words: readonly string[],
  divisions: readonly Division[],
): boolean =>
  words.length > 1 &&
  (at === 0 || at === words.length - 1) &&
  name.test(word) &&
  !houseNumber.test(word) &&
  !divisions.some((division) => startsWith(word, nameOf(division)) > 0)

/** The deepest place whose names stand at the beginning, each perhaps without its 省 or 市. */
function divisionOf(address: string, divisions: readonly Division[]) {
  let best: { division: Division | undefined; length: number; names: number } = {
    division: undefined,
    length: 0,
    names: 0,
  }
  for (const division of divisions) {
    const { length, names } = taken(address, division)
    if (length > best.length || (length === best.length && length > 0 && names < best.names))
      best = { division, length, names }
  }
  return { division: best.division, street: address.slice(best.length).trim() }
}

/** How many characters name the place and those above it; 0 unless its own name is among them. */
function taken(address: string, division: Division): { length: number; names: number } {
  const { province = '', city = '', district = '' } = division
  const names = [...new Set([province, city, district])].filter((part) => part !== '')
  let length = 0
  let last = 0
  for (const [index, part] of names.entries()) {
    const start = address.slice(length).length - address.slice(length).trimStart().length
    last = startsWith(address.slice(length).trimStart(), part)
    if (last === 0 && index === names.length - 1) return { length: 0, names: names.length }
    // 苏州工业园区 within 苏州市 is written 苏州市工业园区.
    if (last > 0) length += start + last
  }
  return { length, names: names.length }
}

const endings = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|縣|县|区|區|盟|地区)$/

/** How many characters of `text` say `part`: whole, without its ending, or without the city's name that it repeats. */
function startsWith(text: string, part: string): number {
  const same = text.replaceAll('台', '臺')
  const wanted = part.replaceAll('台', '臺')
  if (same.startsWith(wanted)) return wanted.length
  const zone = /^..((?:工业|高新|经济|技术|开发|产业).*区)$/.exec(wanted)?.[1]
  if (zone !== undefined && same.startsWith(zone)) return zone.length
  const short = wanted.replace(endings, '')
  return short.length >= 2 && short !== wanted && same.startsWith(short) ? short.length : 0
}
