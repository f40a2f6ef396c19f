import type { Language } from '#shared/language.ts'
import type { Cell } from './cell.ts'

/** What a spreadsheet would take for a formula, blanks before it aside; full-width signs are read alike in the East. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/
const toQuote = /[",\r\n]|^\s|\s$/

/** Spreadsheets take Chinese text for the system's encoding unless a mark tells them better. */
const startOf = (language: Language): string => (language === 'en' ? '' : '\ufeff')

/** RFC 4180, with a mark of its encoding where the language needs it. */
export async function* csvOf(
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
  language: Language,
): AsyncGenerator<string> {
  let start = startOf(language)
  for await (const some of rows) {
    yield start + some.map(lineOf).join('')
    start = ''
  }
}

const lineOf = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => quoted(printed(cell))).join(',')}\r\n`

const quoted = (text: string): string => (toQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function printed(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return formula.test(cell.text) ? `'${cell.text}` : cell.text
    case 'percent':
      return `${cell.decimal}%`
    case 'number':
    case 'money':
      return cell.decimal
    default:
      return cell.text
  }
}
