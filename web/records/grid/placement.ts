import { breadthOf, heightOf, type Range } from './cell.ts'

export interface PlacedText {
  readonly line: number
  readonly column: number
  readonly text: string
}

interface Placement {
  readonly cells: readonly PlacedText[]
  /** The cells that were written to, where any were. */
  readonly range: Range | undefined
  /** How many texts have no cell: they stand beyond the last line or column. */
  readonly beyond: number
}

/**
 * Which text goes where: from the top left corner of the range on. Where the range is a whole multiple of the table,
 * the table is repeated over it, so that one value fills all of it.
 */
export function placeTable(
  table: readonly (readonly string[])[],
  range: Range,
  bounds: { readonly lines: number; readonly columns: number },
): Placement {
  const height = table.length
  const breadth = Math.max(0, ...table.map((row) => row.length))
  if (height === 0 || breadth === 0) return { cells: [], range: undefined, beyond: 0 }
  const repeats = heightOf(range) % height === 0 && breadthOf(range) % breadth === 0
  const [lines, columns] = repeats ? [heightOf(range), breadthOf(range)] : [height, breadth]
  const cells: PlacedText[] = []
  let beyond = 0
  for (let line = 0; line < lines; line++) {
    for (let column = 0; column < columns; column++) {
      const text = table[line % height]?.[column % breadth] ?? ''
      const place = { line: range.top + line, column: range.left + column, text }
      if (place.line < bounds.lines && place.column < bounds.columns) cells.push(place)
      else beyond += 1
    }
  }
  const bottom = Math.min(range.top + lines, bounds.lines) - 1
  const right = Math.min(range.left + columns, bounds.columns) - 1
  return { cells, range: { top: range.top, left: range.left, bottom, right }, beyond }
}
