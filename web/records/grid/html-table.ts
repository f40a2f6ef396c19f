const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')

export interface CopiedCell {
  readonly text: string
  /** A number as spreadsheets reckon with it; every other cell stays the text that it is. */
  readonly numeric: boolean
}

/** A table for the clipboard. Texts are marked as such, or Excel would make numbers of phone numbers and sums of `=1+1`. */
export const printHtmlTable = (rows: readonly (readonly CopiedCell[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map(printCell).join('')}</tr>`).join('')}</table>`

const printCell = ({ text, numeric }: CopiedCell): string => {
  const words = escaped(text).replaceAll(/\r?\n/g, '<br>')
  return numeric ? `<td>${words}</td>` : `<td style="mso-number-format:'\\@'">${words}</td>`
}
