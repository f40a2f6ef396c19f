/** A place in the grid: a line of the list and a column, both from 0. Column 0 is the title. */
export interface Cell {
  readonly line: number
  readonly column: number
}

/** A rectangle of cells, its edges included. */
export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const rangeOf = (anchor: Cell, cursor: Cell): Range => ({
  top: Math.min(anchor.line, cursor.line),
  bottom: Math.max(anchor.line, cursor.line),
  left: Math.min(anchor.column, cursor.column),
  right: Math.max(anchor.column, cursor.column),
})

export const heightOf = ({ top, bottom }: Range): number => bottom - top + 1
export const breadthOf = ({ left, right }: Range): number => right - left + 1
export const isSingle = (range: Range): boolean => range.top === range.bottom && range.left === range.right
