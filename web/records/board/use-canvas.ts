import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { BoardColumn } from './board-column.ts'
import { type Stack, stackOf } from './stack.ts'

/** Pixels. */
const gap = 2
const padding = 12
/** With 3 on either side: between two that are folded lies what lies between cards. */
const foldedWidth = 42
const narrowest = 224
const widest = 340
/** What of the next column shows on a phone: enough to say that there is one. */
const glimpse = 24

interface CanvasColumn {
  readonly column: BoardColumn
  readonly folded: boolean
}

/** Where each column stands: as wide as there is room, from 224 to 340 pixels; on a phone one fills the screen. */
export function useCanvas(
  canvas: RefObject<HTMLElement | null>,
  columns: readonly CanvasColumn[],
  phone: boolean,
): Stack {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = canvas.current
    if (element === null) return
    setWidth(element.clientWidth)
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [canvas])
  return useMemo(() => {
    const open = columns.filter(({ folded }) => !folded).length
    const room =
      width - 2 * padding - (columns.length - open) * (foldedWidth + gap) - Math.max(0, open - 1) * gap
    const wanted = phone
      ? width - padding - glimpse
      : Math.min(widest, Math.max(narrowest, Math.floor(room / Math.max(1, open))))
    return stackOf(
      columns.map(({ folded }) => (folded ? foldedWidth : wanted)),
      gap,
      padding,
    )
  }, [columns, width, phone])
}

export const canvasEnd = ({ end }: Stack): number => end + padding
