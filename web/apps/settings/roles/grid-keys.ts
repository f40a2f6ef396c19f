import type { FocusEvent, KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const cellsIn = (row: Element | undefined): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? []),
]
const columnOf = (cell: Element): number => Number(cell.getAttribute('data-column'))

/**
 * Arrow keys travel among the elements of a grid that have a `data-column`, Home and End along a row. One of them at a
 * time is reached by Tab: the one that had the focus last, first of all the one drawn with `tabIndex` 0.
 */
export const gridKeys = {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = target(event)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  },
  onFocus(event: FocusEvent<HTMLElement>): void {
    if (!event.target.hasAttribute('data-column')) return
    for (const other of event.currentTarget.querySelectorAll<HTMLElement>('[data-column][tabindex="0"]'))
      other.tabIndex = -1
    event.target.tabIndex = 0
  },
}

function target({ key, currentTarget, target: from }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  if (!(from instanceof HTMLElement) || !from.hasAttribute('data-column')) return undefined
  const row = from.closest('[role="row"]') ?? undefined
  const cells = cellsIn(row)
  if (key === 'Home') return cells[0]
  if (key === 'End') return cells.at(-1)
  const step = steps[key]
  if (step === undefined || row === undefined) return undefined
  const [down, right] = step
  if (right !== 0) return cells[cells.indexOf(from) + right]
  const rows = [...currentTarget.querySelectorAll('[role="row"]')]
  const asked = columnOf(from)
  for (let at = rows.indexOf(row) + down; at >= 0 && at < rows.length; at += down) {
    const [nearest] = cellsIn(rows[at]).toSorted(
      (a, b) => Math.abs(columnOf(a) - asked) - Math.abs(columnOf(b) - asked),
    )
    if (nearest !== undefined) return nearest
  }
  return undefined
}
