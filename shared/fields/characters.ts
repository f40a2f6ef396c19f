import { accept, type Parsed, refuse } from './field-type.ts'

const lineBreak = /[\n\r\u0085\u2028\u2029]/
const white = /\s+/g

/** Text that PostgreSQL can store, in NFC: no NUL, no lone surrogates, at most `most` code points. `''` counts as null. */
export function checkText(value: unknown, most: number): Parsed {
  if (typeof value !== 'string') return refuse('wrong_type', { expected: 'string' })
  if (value === '') return accept(null)
  if (!isStorable(value)) return refuse('invalid_text')
  const text = value.normalize('NFC')
  // A code point has one or two units: only texts in between need counting.
  if (text.length > most && (text.length > most * 2 || [...text].length > most))
    return refuse('text_too_long', { most })
  return accept(text)
}

/** As checkText, for single-line text: line breaks are refused. */
export function checkLine(value: unknown, most: number): Parsed {
  if (typeof value === 'string' && lineBreak.test(value)) return refuse('line_break')
  return checkText(value, most)
}

export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Single-line text as a person meant it: trimmed, line breaks of a pasted text made spaces. */
export const tidyLine = (text: string): string => text.trim().replace(/\s*[\n\r\u0085\u2028\u2029]+\s*/g, ' ')

/** What two spellings of one word have in common: half width, lower case, single spaces. */
export const foldText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(white, ' ').trim()

const simplified: Readonly<Record<string, string>> = {
  後: '后',
  週: '周',
  禮: '礼',
  個: '个',
  點: '点',
  時: '时',
  這: '这',
  兩: '两',
  號: '号',
  鐘: '钟',
  億: '亿',
  萬: '万',
  國: '国',
  內: '内',
  圓: '元',
  塊: '块',
  錢: '钱',
  幣: '币',
  臺: '台',
  對: '对',
  無: '无',
  裡: '里',
}
const traditional = new RegExp(`[${Object.keys(simplified).join('')}]`, 'g')

/** Folded text with the traditional characters of numbers and times made simplified, so that one pattern reads both. */
export const foldWords = (text: string): string =>
  foldText(text).replace(traditional, (character) => simplified[character] ?? character)
