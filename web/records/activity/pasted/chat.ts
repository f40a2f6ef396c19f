import type { Locale } from '#shared/fields/field-type.ts'
import { momentOf } from './moment.ts'
import type { Pasted } from './pasted.ts'

/** A line that opens a message: who and when, and what already follows on the same line. */
interface Opening {
  readonly name: string
  readonly when: string
  readonly rest: string
}

const clock = String.raw`(?:上午|下午|晚上|中午|凌晨|早上)? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?`
const date = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|\d{1,2}月\d{1,2}日|昨天|今天|(?:星期|周)[一二三四五六日天])`
const moment = `${date}[ ,，]*${clock}`
const name = String.raw`[^\s:：\[\]][^:：\[\]\n]{0,60}?`

/** Ways in which programs copy a conversation; each has `name`, `when` and perhaps `rest`. */
const shapes: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  // WhatsApp: [20/11/2026, 14:03:22] Gu: …
  { kind: 'other', pattern: new RegExp(`^\\[(?<when>${moment})\\] (?<name>${name})[:：] ?(?<rest>.*)$`) },
  { kind: 'other', pattern: new RegExp(`^(?<when>${moment}) - (?<name>${name}): (?<rest>.*)$`) },
  // WeChat, WeCom, DingTalk: a line with name and time, the text below.
  { kind: 'wechat', pattern: new RegExp(`^(?<name>${name})[ \\t]+(?<when>${moment})[:：]?$`) },
  // QQ and older WeCom: time before the name.
  { kind: 'wechat', pattern: new RegExp(`^(?<when>${moment})[ \\t]+(?<name>${name})[:：]?$`) },
]
/** Only told by hours: of today, and only believed where several lines agree. */
const hourly = new RegExp(`^(?<name>${name})[ \\t]+(?<when>${clock})[:：]?$`)

const longestOpening = 160

/** A copied conversation of WeChat, WeCom, DingTalk, QQ or WhatsApp; undefined where the text is none. */
export function readChat(lines: readonly string[], locale: Locale): Pasted | undefined {
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? ''
  const shape = shapes.find(({ pattern }) => first.length <= longestOpening && pattern.test(first))
  const pattern = shape?.pattern ?? hourly
  const opening = openingOf(pattern)
  if (opening(first) === undefined) return undefined

  const people: string[] = []
  const moments: string[] = []
  const body: string[] = []
  let messages = 0
  for (const line of lines) {
    const opened = opening(line.trim())
    if (opened === undefined) {
      if (line.trim() !== '' || body.at(-1) !== '') body.push(line.trimEnd())
      continue
    }
    messages++
    const said = personOf(opened.name)
    if (!people.includes(said)) people.push(said)
    const when = momentOf(opened.when, locale)
    if (when !== undefined) moments.push(when)
    body.push(opened.rest === '' ? `${said}：` : `${said}：${opened.rest}`)
  }
  if (shape === undefined && messages < 2) return undefined
  const text = joined(body)
  if (text === '') return undefined
  const sorted = moments.toSorted()
  const [at, endsAt] = [sorted[0], sorted.at(-1)]
  return {
    kind: shape?.kind ?? 'wechat',
    ...(at !== undefined && { at }),
    ...(endsAt !== undefined && endsAt !== at && { endsAt }),
    people,
    addresses: [],
    body: text,
  }
}

const openingOf =
  (pattern: RegExp) =>
  (line: string): Opening | undefined => {
    if (line === '' || line.length > longestOpening) return undefined
    const groups = pattern.exec(line)?.groups
    if (groups?.name === undefined || groups.when === undefined) return undefined
    return { name: groups.name, when: groups.when, rest: groups.rest ?? '' }
  }

/** Without the account or company that a program prints behind the name: `张三@微信`, `张三(12345)`. */
const personOf = (printed: string): string =>
  printed
    .replace(/[@＠].*$/, '')
    .replace(/ ?[(（<][^()（）<>]*[)）>]$/, '')
    .trim() || printed

/** A name stands before what was said, on its line where that is one line. */
function joined(lines: readonly string[]): string {
  const text: string[] = []
  for (const line of lines) {
    const before = text.at(-1)
    if (before?.endsWith('：') && line !== '') text[text.length - 1] = `${before}${line}`
    else if (line !== '') text.push(line)
  }
  return text.join('\n').trim()
}
