import { AppError } from '#shared/app-error.ts'
import { limits, type Span } from './syntax.ts'

type TokenKind = 'text' | 'number' | 'name' | 'sign' | 'keyword' | 'end'

export interface Token extends Span {
  readonly kind: TokenKind
  /** Texts unescaped, numbers as plain decimals, signs and keywords in their ASCII form. */
  readonly value: string
}

/** Words that mean a sign or keyword, in the languages people type. */
const words = new Map<string, { kind: TokenKind; value: string }>(
  Object.entries({
    and: ['and', '且', '并且', '並且'],
    or: ['or', '或', '或者'],
    not: ['not', '非'],
    in: ['in', '属于', '屬於'],
    true: ['true', '真'],
    false: ['false', '假'],
    empty: ['empty', 'null', '空'],
  }).flatMap(([value, spellings]) =>
    spellings.map((spelling) => [spelling, { kind: 'keyword', value }] as const),
  ),
)
words.set('是', { kind: 'sign', value: '=' })
words.set('不是', { kind: 'sign', value: '!=' })

const closingQuote: Record<string, string> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
}
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
const signs = ['<=', '>=', '!=', '<>', '==', '=', '<', '>', '(', ')', ',', '.', '+', '-', '*', '/', '&']
const spellings: Record<string, string> = { '<>': '!=', '==': '=' }
const wideSigns: Record<string, string> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '、': ',',
  '。': '.',
  '【': '[',
  '】': ']',
}
const powers: Record<string, number> = { 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, K: 3, m: 6, M: 6 }

const bareName = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u
const wide = /[\uff01-\uff5e]/

/** Whether a name can stand without brackets and is read as it is. */
export const isBare = (name: string): boolean =>
  bareName.test(name) && !wide.test(name) && !words.has(name.toLowerCase())

const nameStart = /[\p{L}_]/u
const namePart = /[\p{L}\p{N}\p{M}_]/u

/** The character as its ASCII form where it is a full-width one; always one UTF-16 unit or a two-letter sign. */
function narrow(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code === 0x3000 || code === 0xa0) return ' '
  return wideSigns[character] ?? character
}

/** NUL and halves of characters, which no text of a record has. */
const unstorable = /\p{Cs}|\0/u

/** @throws AppError `expression_unexpected`, `expression_incomplete`, `expression_number` with the place. */
export function tokenize(text: string): Token[] {
  const broken = text.search(unstorable)
  if (broken >= 0) {
    const code = text.charCodeAt(broken).toString(16).toUpperCase().padStart(4, '0')
    throw new AppError('expression_unexpected', { column: broken + 1, found: `U+${code}` })
  }
  const tokens: Token[] = []
  let at = 0
  const fail = (position: number, found: string): never => {
    throw new AppError('expression_unexpected', { column: position + 1, found })
  }
  while (at < text.length) {
    const start = at
    const raw = text[at]!
    const closing = closingQuote[raw] ?? closingQuote[narrow(raw)]
    const character = narrow(raw)
    if (/\s/.test(character)) {
      at++
      continue
    }
    if (closing !== undefined) {
      let value = ''
      at++
      while (at < text.length && text[at] !== closing && narrow(text[at]!) !== closing) {
        if (text[at] === '\\' && at + 1 < text.length) {
          at++
          value += escapes[text[at]!] ?? text[at]!
        } else value += text[at]!
        at++
      }
      if (at >= text.length) {
        throw new AppError('expression_incomplete', { column: text.length + 1, expected: closing })
      }
      at++
      tokens.push({ kind: 'text', value: value.normalize('NFC'), start, end: at })
      continue
    }
    if (/[0-9]/.test(character)) {
      let digits = ''
      while (at < text.length && /[0-9.]/.test(narrow(text[at]!))) {
        const next = narrow(text[at]!)
        if (next === '.' && (digits.includes('.') || !/[0-9]/.test(narrow(text[at + 1] ?? '')))) break
        digits += next
        at++
      }
      let power = 0
      while (text[at] !== undefined && powers[text[at]!] !== undefined) power += powers[text[at++]!]!
      if (at < text.length && namePart.test(text[at]!)) fail(at, text[at]!)
      if (digits.length + power > limits.digits)
        throw new AppError('expression_number', { column: start + 1, most: limits.digits })
      tokens.push({ kind: 'number', value: shift(digits, power), start, end: at })
      continue
    }
    if (character === '[') {
      const close = text.slice(at).search(/[\]】］]/)
      if (close < 0) throw new AppError('expression_incomplete', { column: text.length + 1, expected: ']' })
      at += close + 1
      tokens.push({
        kind: 'name',
        value: text
          .slice(start + 1, at - 1)
          .trim()
          .normalize('NFC'),
        start,
        end: at,
      })
      continue
    }
    const point = String.fromCodePoint(text.codePointAt(at)!)
    if (nameStart.test(character) || nameStart.test(point)) {
      while (at < text.length) {
        const next = String.fromCodePoint(text.codePointAt(at)!)
        if (!namePart.test(narrow(next))) break
        at += next.length
      }
      const name = [...text.slice(start, at)].map(narrow).join('').normalize('NFC')
      const word = words.get(name.toLowerCase())
      tokens.push({ ...(word ?? { kind: 'name', value: name }), start, end: at })
      continue
    }
    const pair = character.length === 1 ? character + narrow(text[at + 1] ?? '') : character
    const sign = signs.find((candidate) => pair.startsWith(candidate)) ?? fail(at, point)
    at += character.length > 1 ? 1 : sign.length
    tokens.push({ kind: 'sign', value: spellings[sign] ?? sign, start, end: at })
  }
  tokens.push({ kind: 'end', value: '', start: text.length, end: text.length })
  return tokens
}

/** A plain decimal times a power of ten, without superfluous zeros: `1.20` by 4 → `12000`. */
function shift(digits: string, power: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const padded = fraction.padEnd(power, '0')
  const integer = (whole + padded.slice(0, power)).replace(/^0+(?=\d)/, '')
  const rest = padded.slice(power).replace(/0+$/, '')
  return rest === '' ? integer : `${integer}.${rest}`
}
