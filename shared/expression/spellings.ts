/** Words that mean a sign or keyword, in the languages people type. */
export const words = new Map<string, { kind: 'keyword' | 'sign'; value: string }>(
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

/** What opens a text, and what ends it. */
export const closingQuote: Record<string, string> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
}
export const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
/** The longer ones first. */
export const signs = [
  '<=',
  '>=',
  '!=',
  '<>',
  '==',
  '=',
  '<',
  '>',
  '(',
  ')',
  ',',
  '.',
  '+',
  '-',
  '*',
  '/',
  '&',
]
/** Signs that mean another one. */
export const spellings: Record<string, string> = { '<>': '!=', '==': '=' }
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
/** Zeros that a unit behind a number stands for. */
export const powers: Record<string, number> = { 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, K: 3, m: 6, M: 6 }

/** The character as its ASCII form where it is a full-width one; always one UTF-16 unit or a two-letter sign. */
export function narrow(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code === 0x3000 || code === 0xa0) return ' '
  return wideSigns[character] ?? character
}
