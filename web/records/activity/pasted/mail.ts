import type { Locale } from '#shared/fields/field-type.ts'
import { momentOf } from './moment.ts'
import type { Pasted } from './pasted.ts'

type Header = 'from' | 'to' | 'copy' | 'date' | 'subject'

/** What programs call the lines above a message, in lower case. */
const headers: ReadonlyMap<string, Header> = new Map([
  ...words('from', ['from', '发件人', '發件人', '寄件者', '寄件人']),
  ...words('to', ['to', '收件人', '收件者']),
  ...words('copy', ['cc', 'bcc', '抄送', '密送', '副本']),
  ...words('date', ['date', 'sent', '日期', '时间', '時間', '发送时间', '傳送時間', '寄件日期', '發送時間']),
  ...words('subject', ['subject', '主题', '主題', '主旨', '标题']),
])

function words(header: Header, names: readonly string[]) {
  return names.map((name): [string, Header] => [name, header])
}

const line = /^[>\s*]*([A-Za-z\u4e00-\u9fff ]{2,12}?)\s*[:：]\**\s?(.*)$/
const rule = /^[\s>]*[-_=—]{3,}.{0,40}[-_=—]*\s*$|^begin forwarded message:?$|^以下是转发的邮件[:：]?$/i
const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g
const mostHeaders = 12

/** A copied email: From, Date and Subject above its text, in English or Chinese; undefined where the text is none. */
export function readMail(lines: readonly string[], locale: Locale): Pasted | undefined {
  const found = new Map<Header, string>()
  let at = 0
  let read = 0
  let last: Header | undefined
  for (; at < lines.length && read < mostHeaders; at++) {
    const text = (lines[at] ?? '').trim()
    if (text === '' || rule.test(text)) {
      if (found.size >= 2) break
      if (at > 4) return undefined
      continue
    }
    const match = text.length > 2_000 ? null : line.exec(text)
    const header = headers.get((match?.[1] ?? '').trim().toLowerCase())
    if (header !== undefined) {
      found.set(header, match?.[2]?.replace(/\**$/, '').trim() ?? '')
      last = header
      read++
    } else if (found.size === 0) return undefined
    // A long list of receivers goes on in the next line; so does a header that is unknown here.
    else if (match !== null && /^[A-Za-z-]+$/.test(match[1] ?? '')) read++
    else if (last === 'to' || last === 'copy') continue
    else break
  }
  const from = found.get('from')
  if (from === undefined || (!found.has('subject') && !found.has('date'))) return undefined
  const body = lines.slice(at).join('\n').trim()
  const parties = [from, found.get('to') ?? '', found.get('copy') ?? ''].join(';')
  const moment = momentOf(found.get('date') ?? '', locale)
  const subject = found.get('subject')
  return {
    kind: 'email',
    ...(moment !== undefined && { at: moment }),
    people: namesIn(parties),
    addresses: [...new Set((parties.match(address) ?? []).map((one) => one.toLowerCase()))],
    ...(subject !== undefined && subject !== '' && { subject }),
    body,
  }
}

function namesIn(parties: string): string[] {
  const names = parties
    .split(/[;,，；、]/)
    .map((party) =>
      party
        .replace(/[<(（[].*$/, '')
        .replaceAll(/["'“”]/g, '')
        .trim(),
    )
    .filter((name) => name !== '' && !name.includes('@'))
  return [...new Set(names)]
}
