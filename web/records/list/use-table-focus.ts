import { type RefObject, useLayoutEffect } from 'react'
import type { Cell } from '../grid/cell.ts'
import type { Line } from './line.ts'

/**
 * Keeps the focus in the grid: on a cell its own input takes it, on a title or a group the grid itself, so that a letter is
 * a command there and no input method begins to compose.
 */
export function useTableFocus(
  grid: RefObject<HTMLDivElement | null>,
  cell: Cell | undefined,
  kind: Line['kind'] | undefined,
  editing: boolean,
): void {
  const own = cell !== undefined && !editing && (cell.column === 0 || kind !== 'record')
  const key = cell === undefined ? '' : `${cell.line} ${cell.column}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of the cursor takes the focus back
  useLayoutEffect(() => {
    if (!own) return
    const active = document.activeElement
    const table = grid.current?.closest('[data-table]')
    if (active === document.body || active === null || table?.contains(active) === true) {
      grid.current?.focus({ preventScroll: true })
    }
  }, [own, key, grid])
}
