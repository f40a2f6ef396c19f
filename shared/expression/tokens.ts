import { AppError } from '#shared/app-error.ts'
import { closingQuote, escapes, narrow, powers, signs, spellings, words } from './spellings.ts'
import { limits, type Span } from './syntax.ts'

type TokenKind = 'text' | 'number' | 'name' | 'sign' | 'keyword' | 'end'

export interface Token extends Span {
  readonly kind: TokenKind
  /** Texts unescaped, numbers as plain decimals, signs and keywords in their ASCII form. */
  readonly value: string
}

const bareName = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u
const wide = /[\uff01-\uff5e]/

/** Whether a name can stand without brackets and is read as it is. */
export const isBare = (name: string): boolean =>
  bareName.test(name) && !wide.test(name) && !words.has(name.toLowerCase())

const nameStart = /[\p{L}_]/u
const namePart = /[\p{L}\p{N}\p{M}_]/u

/** NUL and halves of characters, which no text of a record has. */
const unstorable = /\p{Cs}|\0/u

/** @throws AppError `expression_unexpected`, `expression_incomplete`, `expression_number` with the place. */
export function tokenize(text: string): Token[] {
  const broken = text.search(unstorable)
  if (broken >= 0) {
    const code = text.charCodeAt(broken).toString(16).toUpperCase().padStart(4, '0')
    throw unexpected(broken, `U+${code}`)
  }
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(narrow(text[at]!))) {
      at++
      continue
    }
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  tokens.push({ kind: 'end', value: '', start: text.length, end: text.length })
  return tokens
}

const unexpected = (at: number, found: string): AppError =>
  new AppError('expression_unexpected', { column: at + 1, found })

const incomplete = (text: string, expected: string): AppError =>
  new AppError('expression_incomplete', { column: text.length + 1, expected })

function tokenAt(text: string, start: number): Token {
  const raw = text[start]!
  const character = narrow(raw)
  const closing = closingQuote[raw] ?? closingQuote[character]
  if (closing !== undefined) return textAt(text, start, closing)
  if (/[0-9]/.test(character)) return numberAt(text, start)
  if (character === '[') return bracketedAt(text, start)
  const point = String.fromCodePoint(text.codePointAt(start)!)
  return nameStart.test(character) || nameStart.test(point) ? nameAt(text, start) : signAt(text, start, point)
}

function textAt(text: string, start: number, closing: string): Token {
  let value = ''
  let at = start + 1
  while (at < text.length && text[at] !== closing && narrow(text[at]!) !== closing) {
    if (text[at] === '\\' && at + 1 < text.length) {
      at++
      value += escapes[text[at]!] ?? text[at]!
    } else value += text[at]!
    at++
  }
  if (at >= text.length) throw incomplete(text, closing)
  return { kind: 'text', value: value.normalize('NFC'), start, end: at + 1 }
}

function numberAt(text: string, start: number): Token {
  let digits = ''
  let at = start
  while (at < text.length && /[0-9.]/.test(narrow(text[at]!))) {
    const next = narrow(text[at]!)
    if (next === '.' && (digits.includes('.') || !/[0-9]/.test(narrow(text[at + 1] ?? '')))) break
    digits += next
    at++
  }
  let power = 0
  while (text[at] !== undefined && powers[text[at]!] !== undefined) power += powers[text[at++]!]!
  if (at < text.length && namePart.test(text[at]!)) throw unexpected(at, text[at]!)
  if (digits.length + power > limits.digits)
    throw new AppError('expression_number', { column: start + 1, most: limits.digits })
  return { kind: 'number', value: shift(digits, power), start, end: at }
}

/** A name in brackets: any characters but a closing one. */
function bracketedAt(text: string, start: number): Token {
  const length = text.slice(start).search(/[\]】］]/)
  if (length < 0) throw incomplete(text, ']')
  const value = text
    .slice(start + 1, start + length)
    .trim()
    .normalize('NFC')
  return { kind: 'name', value, start, end: start + length + 1 }
}

function nameAt(text: string, start: number): Token {
  let end = start
  while (end < text.length) {
    const next = String.fromCodePoint(text.codePointAt(end)!)
    if (!namePart.test(narrow(next))) break
    end += next.length
  }
  const name = [...text.slice(start, end)].map(narrow).join('').normalize('NFC')
  return { ...(words.get(name.toLowerCase()) ?? { kind: 'name', value: name }), start, end }
}

function signAt(text: string, start: number, point: string): Token {
  const character = narrow(text[start]!)
  const pair = character.length === 1 ? character + narrow(text[start + 1] ?? '') : character
  const sign = signs.find((candidate) => pair.startsWith(candidate))
  if (sign === undefined) throw unexpected(start, point)
  const length = character.length > 1 ? 1 : sign.length
  return { kind: 'sign', value: spellings[sign] ?? sign, start, end: start + length }
}

/** A plain decimal times a power of ten, without superfluous zeros: `1.20` by 4 → `12000`. */
function shift(digits: string, power: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const padded = fraction.padEnd(power, '0')
  const integer = (whole + padded.slice(0, power)).replace(/^0+(?=\d)/, '')
  const rest = padded.slice(power).replace(/0+$/, '')
  return rest === '' ? integer : `${integer}.${rest}`
}
