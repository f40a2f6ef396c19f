import { type PointerEvent, useRef } from 'react'
import { withWidth } from './column-changes.ts'
import type { ColumnHeadProps } from './column-head-props.ts'
import { greatestWidth, leastWidth } from './columns.ts'

const bounded = (width: number) => Math.min(greatestWidth, Math.max(leastWidth, width))

/**
 * Dragging the edge of a head. While it moves only a variable of the style sheet changes, so that no row is drawn anew;
 * the view is told at the end.
 */
export function useColumnResize({ columns, column, at, look }: ColumnHeadProps) {
  const state = useRef({ start: 0, width: 0 })
  const table = (element: Element) => element.closest<HTMLElement>('[data-table]')
  const show = (element: Element, width: number) => {
    const last = columns.at(-1)
    const others = last === undefined ? 0 : last.left + last.width - column.width
    table(element)?.style.setProperty(`--column-${at}`, `${width}px`)
    table(element)?.style.setProperty('--table-width', `${44 + others + width}px`)
  }
  const save = (width: number) => look.columns(withWidth(columns, column.path, bounded(width)))
  const fitTo = (element: Element) => {
    const root = table(element)
    if (root === null) return
    // The one time that sizes are read of all cells: once for each fit.
    root.style.setProperty(`--column-${at}`, 'max-content')
    const cells = [...root.querySelectorAll<HTMLElement>(`[data-column="${at}"]`)]
    const widest = Math.max(leastWidth, ...cells.map((cell) => cell.offsetWidth))
    show(element, bounded(widest))
    save(widest)
  }
  return {
    fit: fitTo,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        state.current = { start: event.clientX, width: column.width }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        event.stopPropagation()
        state.current.width = bounded(column.width + event.clientX - state.current.start)
        show(event.currentTarget, state.current.width)
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        event.stopPropagation()
        if (state.current.width !== column.width) save(state.current.width)
      },
      onDoubleClick: (event: { currentTarget: Element }) => fitTo(event.currentTarget),
    },
  }
}
