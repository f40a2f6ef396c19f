import type { Cell } from './cell.ts'

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'first'
  | 'last'
  | 'rowStart'
  | 'rowEnd'
  | 'start'
  | 'end'
  | 'next'
  | 'previous'

interface Bounds {
  readonly lines: number
  readonly columns: number
  /** Lines that one page holds. */
  readonly page: number
}

const places: Readonly<Record<Step, (cell: Cell, bounds: Bounds) => Cell>> = {
  up: ({ line, column }) => ({ line: line - 1, column }),
  down: ({ line, column }) => ({ line: line + 1, column }),
  left: ({ line, column }) => ({ line, column: column - 1 }),
  right: ({ line, column }) => ({ line, column: column + 1 }),
  pageUp: ({ line, column }, { page }) => ({ line: line - page, column }),
  pageDown: ({ line, column }, { page }) => ({ line: line + page, column }),
  first: ({ column }) => ({ line: 0, column }),
  last: ({ column }, { lines }) => ({ line: lines - 1, column }),
  rowStart: ({ line }) => ({ line, column: 0 }),
  rowEnd: ({ line }, { columns }) => ({ line, column: columns - 1 }),
  start: () => ({ line: 0, column: 0 }),
  end: (_, { lines, columns }) => ({ line: lines - 1, column: columns - 1 }),
  next: ({ line, column }, { columns }) =>
    column + 1 < columns ? { line, column: column + 1 } : { line: line + 1, column: 0 },
  previous: ({ line, column }, { columns }) =>
    column > 0 ? { line, column: column - 1 } : { line: line - 1, column: columns - 1 },
}

const within = (value: number, end: number) => Math.min(Math.max(value, 0), end - 1)

/** Where a step leads; undefined where Tab runs out of the grid at either end. */
export function stepped(cell: Cell, step: Step, bounds: Bounds): Cell | undefined {
  const { line, column } = places[step](cell, bounds)
  if ((step === 'next' || step === 'previous') && (line < 0 || line >= bounds.lines)) return undefined
  return { line: within(line, bounds.lines), column: within(column, bounds.columns) }
}
