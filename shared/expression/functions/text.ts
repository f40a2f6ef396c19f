import { Decimal } from '../decimal.ts'
import type { FunctionDefinition, Value } from './function.ts'

/** White space that `trim` takes off: also that of Chinese typing and of web pages. */
export const whiteSpace = ' \t\n\r\u00a0\u3000'

const textOrNull = (text: string): string | null => (text === '' ? null : text)

/** Runs with text arguments; where one is empty the result is. */
const onText =
  (compute: (text: string, ...more: string[]) => Value) =>
  (values: readonly Value[]): Value => {
    if (values.some((value) => value === null)) return null
    const [text = '', ...more] = values.map(String)
    return compute(text, ...more)
  }

/** A test of one text against another, ignoring case; false where either is empty. */
const matching =
  (test: (text: string, part: string) => boolean) =>
  ([text, part]: readonly Value[]): boolean =>
    typeof text === 'string' && typeof part === 'string' && test(text.toLowerCase(), part.toLowerCase())

function trim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && whiteSpace.includes(text[start]!)) start++
  while (end > start && whiteSpace.includes(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** Characters to take of a text: at least none, at most a million. */
function countOf(value: Value): number {
  return Decimal.isDecimal(value) ? Math.max(0, Math.min(value.trunc().toNumber(), 1_000_000)) : 0
}

export const text = {
  contains: {
    aliases: ['包含'],
    parameters: [
      ['text', 'list', 'ids', 'anyRecord'],
      ['text', 'id', 'record'],
    ],
    result: 'boolean',
    help: {
      'zh-CN': '文本是否含有一段文字（不分大小写），或列表是否含有一项',
      'zh-TW': '文字是否含有一段文字（不分大小寫），或清單是否含有一項',
      en: 'Whether a text has a part (case aside), or a list an item',
    },
    evaluate: ([whole, part], _, [type]) => {
      if (whole === null || part === null) return false
      if (type === 'text') return matching((a, b) => a.includes(b))([whole!, part!])
      if (Array.isArray(whole)) {
        return type === 'anyRecord'
          ? whole.some((item: unknown) => (item as { id?: unknown }).id === part)
          : whole.includes(part as string)
      }
      return type === 'anyRecord' && (whole as { id?: unknown }).id === part
    },
  },
  startsWith: {
    aliases: ['开头是', '開頭是'],
    parameters: [['text'], ['text']],
    result: 'boolean',
    help: { 'zh-CN': '是否以此开头', 'zh-TW': '是否以此開頭', en: 'Whether a text starts so' },
    evaluate: matching((a, b) => a.startsWith(b)),
  },
  endsWith: {
    aliases: ['结尾是', '結尾是'],
    parameters: [['text'], ['text']],
    result: 'boolean',
    help: { 'zh-CN': '是否以此结尾', 'zh-TW': '是否以此結尾', en: 'Whether a text ends so' },
    evaluate: matching((a, b) => a.endsWith(b)),
  },
  lower: {
    aliases: ['小写', '小寫'],
    parameters: [['text']],
    result: 'text',
    help: { 'zh-CN': '转为小写', 'zh-TW': '轉為小寫', en: 'In lower case' },
    evaluate: onText((value) => value.toLowerCase()),
  },
  upper: {
    aliases: ['大写', '大寫'],
    parameters: [['text']],
    result: 'text',
    help: { 'zh-CN': '转为大写', 'zh-TW': '轉為大寫', en: 'In upper case' },
    evaluate: onText((value) => value.toUpperCase()),
  },
  trim: {
    aliases: ['去空格'],
    parameters: [['text']],
    result: 'text',
    help: { 'zh-CN': '去掉首尾空白', 'zh-TW': '去掉首尾空白', en: 'Without white space around' },
    evaluate: onText((value) => textOrNull(trim(value))),
  },
  length: {
    aliases: ['长度', '長度'],
    parameters: [['text']],
    result: 'number',
    help: { 'zh-CN': '字符数', 'zh-TW': '字元數', en: 'How many characters' },
    evaluate: onText((value) => new Decimal([...value].length)),
  },
  left: {
    aliases: ['左侧', '左側'],
    parameters: [['text'], ['number']],
    result: 'text',
    help: { 'zh-CN': '前几个字符', 'zh-TW': '前幾個字元', en: 'The first characters' },
    evaluate: ([value, count]) =>
      value === null || count === null
        ? null
        : textOrNull([...String(value)].slice(0, countOf(count!)).join('')),
  },
  right: {
    aliases: ['右侧', '右側'],
    parameters: [['text'], ['number']],
    result: 'text',
    help: { 'zh-CN': '后几个字符', 'zh-TW': '後幾個字元', en: 'The last characters' },
    evaluate: ([value, count]) => {
      if (value === null || count === null) return null
      const characters = [...String(value)]
      return textOrNull(characters.slice(Math.max(0, characters.length - countOf(count!))).join(''))
    },
  },
  replace: {
    aliases: ['替换', '取代'],
    parameters: [['text'], ['text'], ['text', 'empty']],
    result: 'text',
    help: {
      'zh-CN': '把一段文字换成另一段',
      'zh-TW': '把一段文字換成另一段',
      en: 'One part replaced by another',
    },
    evaluate: ([value, part, replacement]) => {
      if (typeof value !== 'string') return null
      if (typeof part !== 'string') return value
      return textOrNull(value.replaceAll(part, () => (replacement ?? '') as string))
    },
  },
} satisfies Record<string, FunctionDefinition>
