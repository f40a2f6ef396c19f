/** Of the first rows, the one that names the columns: titles above the table fill fewer cells than it does. */
export function headerIndex(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== '').length)
  const most = Math.max(0, ...filled)
  return filled.findIndex((count) => count >= Math.min(2, most) && count > 0 && count * 2 >= most)
}

/** Names that are unique and not empty, so that a mapping can speak of them. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((text, index) => {
    const name = text.replace(/\s+/g, ' ').trim() || `#${index + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

export const trimCell = (text: string) =>
  text.normalize('NFC').replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')

/** An apostrophe that keeps a spreadsheet from taking a text for a formula is no part of the text. */
export const bareCell = (text: string): string => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')
