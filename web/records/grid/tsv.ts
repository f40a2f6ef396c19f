const special = /["\t\r\n]/

const quoted = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A table as spreadsheets put it on the clipboard: tabs between cells, a line for each row. */
export const printTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\r\n')

/**
 * The cells of a text from the clipboard. A cell that begins with a quotation mark may hold tabs and line breaks, as
 * Excel writes them; a mark inside a cell is itself.
 */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? (readQuoted(text, at) ?? readPlain(text, at)) : readPlain(text, at)
    row.push(cell.value)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
    // The line break at the end closes the last row.
    if (at >= text.length) break
  }
  return rows
}

interface Read {
  readonly value: string
  readonly end: number
}

const ends = /[\t\r\n]/g

function readPlain(text: string, start: number): Read {
  ends.lastIndex = start
  const end = ends.exec(text)?.index ?? text.length
  return { value: text.slice(start, end), end }
}

/** Undefined where the mark is never closed, or something follows it: then it is a character of the text. */
function readQuoted(text: string, start: number): Read | undefined {
  let value = ''
  let from = start + 1
  for (;;) {
    const mark = text.indexOf('"', from)
    if (mark < 0) return undefined
    value += text.slice(from, mark)
    if (text[mark + 1] !== '"') {
      const next = text[mark + 1]
      const closed = next === undefined || next === '\t' || next === '\r' || next === '\n'
      return closed ? { value, end: mark + 1 } : undefined
    }
    value += '"'
    from = mark + 2
  }
}
