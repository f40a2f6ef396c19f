/** Where a lifted card would come down. */
export interface Target {
  readonly column: string
  /** Place among the column's other cards; undefined where the view sorts and a place cannot be chosen. */
  readonly index: number | undefined
}

/** What a step by key needs to know of the board. */
export interface Ground {
  /** Columns that are open, from left to right. */
  readonly columns: readonly string[]
  /** Cards of a column without the lifted one. */
  readonly size: (column: string) => number
  readonly manual: boolean
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The next target by key; the same one at an edge. */
export function stepTarget(target: Target, direction: Direction, ground: Ground): Target {
  const { columns, size, manual } = ground
  if (direction === 'up' || direction === 'down') {
    if (!manual || target.index === undefined) return target
    const index = target.index + (direction === 'down' ? 1 : -1)
    return index < 0 || index > size(target.column) ? target : { ...target, index }
  }
  const column = columns[columns.indexOf(target.column) + (direction === 'right' ? 1 : -1)]
  if (column === undefined) return target
  return { column, index: manual ? Math.min(target.index ?? 0, size(column)) : undefined }
}
