/** Rows of tab-parted text, as a spreadsheet copies them; undefined where it is no table. */
function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const width = rows[0]?.length ?? 0
  return width > 1 && rows.every((row) => row.length === width) ? rows : undefined
}

/** The table that a plain text is, as HTML; undefined where it is none. */
export function tableOfText(text: string): string | undefined {
  const rows = rowsOf(text)
  if (rows === undefined) return undefined
  const table = document.implementation.createHTMLDocument().createElement('table')
  for (const row of rows) {
    const line = table.insertRow()
    for (const cell of row) line.insertCell().textContent = cell
  }
  return table.outerHTML
}

const blocks = 'p, div, li, h1, h2, h3, h4, h5, h6, pre, blockquote'

/**
 * Pasted HTML with tables as Markdown can keep them: no cell spans others, a cell is one line, the first row is the header.
 * What only lays out a page (a table of one column, a table within a table) is no table.
 */
export function plainTables(html: string): string {
  if (!/<table/i.test(html)) return html
  // Scripts do not run and nothing is loaded in a document that is not shown.
  const page = new DOMParser().parseFromString(html, 'text/html')
  // The outer one first: a letter is laid out by a table of one column, with the tables of its text inside.
  for (const table of page.querySelectorAll('table')) {
    const width = Math.max(0, ...[...table.rows].map(({ cells }) => cells.length))
    if (width < 2 || table.parentElement?.closest('table')) unwrap(table)
  }
  for (const table of page.querySelectorAll('table')) {
    for (const part of table.querySelectorAll('caption, colgroup')) part.remove()
    partSpans(table)
    for (const cell of table.querySelectorAll('td, th')) oneLine(cell)
    const [head] = table.rows
    for (const cell of [...(head?.cells ?? [])]) rename(cell, 'th')
    for (const row of [...table.rows].slice(1)) for (const cell of [...row.cells]) rename(cell, 'td')
  }
  return page.body.innerHTML
}

function unwrap(table: HTMLTableElement): void {
  const parts = [...table.rows].map((row) => {
    const block = table.ownerDocument.createElement('div')
    for (const cell of [...row.cells]) block.append(...cell.childNodes, ' ')
    return block
  })
  table.replaceWith(...parts)
}

/** Every place of a spanning cell becomes a cell: the first keeps the content. */
function partSpans(table: HTMLTableElement): void {
  const rows = [...table.rows]
  const most = 200
  const due = new Map<HTMLTableRowElement, number[]>()
  for (const [index, row] of rows.entries()) {
    for (const place of due.get(row) ?? [])
      row.insertBefore(row.ownerDocument.createElement('td'), row.cells[place] ?? null)
    for (let place = 0; place < row.cells.length && place < most; place++) {
      const cell = row.cells[place]
      if (cell === undefined) continue
      const across = Math.min(cell.colSpan, most)
      const down = Math.min(cell.rowSpan, rows.length - index)
      cell.removeAttribute('colspan')
      cell.removeAttribute('rowspan')
      for (let more = 1; more < across; more++) cell.after(row.ownerDocument.createElement('td'))
      for (const below of rows.slice(index + 1, index + down)) {
        const places = Array.from({ length: across }, (_, more) => place + more)
        due.set(
          below,
          [...(due.get(below) ?? []), ...places].sort((a, b) => a - b),
        )
      }
    }
  }
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  for (const row of rows) while (row.cells.length < width) row.insertCell()
}

function oneLine(cell: Element): void {
  for (const part of cell.querySelectorAll(`br, ${blocks}`)) part.after(' ')
  for (const part of cell.querySelectorAll('br')) part.remove()
  for (const part of [...cell.querySelectorAll(`ul, ol, table, ${blocks}`)].reverse())
    part.replaceWith(...part.childNodes)
}

function rename(cell: HTMLTableCellElement, tag: 'td' | 'th'): void {
  if (cell.localName === tag) return
  const next = cell.ownerDocument.createElement(tag)
  next.append(...cell.childNodes)
  cell.replaceWith(next)
}
