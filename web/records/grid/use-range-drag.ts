import { type PointerEvent, useEffect, useRef } from 'react'
import type { Cell } from './cell.ts'

/** The cell that an element stands in. */
export function cellAt(target: EventTarget | null): Cell | undefined {
  if (!(target instanceof Element)) return undefined
  const row = target.closest<HTMLElement>('[data-line]')
  if (row === null) return undefined
  const cell = target.closest<HTMLElement>('[data-column]')
  return { line: Number(row.dataset.line), column: Number(cell?.dataset.column ?? 0) }
}

interface RangeDrag {
  readonly onPlace: (cell: Cell, extend: boolean) => void
}

/** A press puts the cursor, with shift it extends the range; the pointer that goes on pressed spans it. */
export function useRangeDrag({ onPlace }: RangeDrag) {
  const pressed = useRef<Cell | undefined>(undefined)
  useEffect(() => {
    const release = () => {
      pressed.current = undefined
    }
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [])
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return
      if (event.target.closest('[data-editor], button, label') !== null) return
      const cell = cellAt(event.target)
      if (cell === undefined) return
      pressed.current = event.pointerType === 'mouse' ? cell : undefined
      onPlace(cell, event.shiftKey)
    },
    onPointerOver: (event: PointerEvent) => {
      const from = pressed.current
      if (from === undefined || event.buttons !== 1) return
      const cell = cellAt(event.target)
      if (cell !== undefined && (cell.line !== from.line || cell.column !== from.column)) onPlace(cell, true)
    },
  }
}
