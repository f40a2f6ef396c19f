import { type PointerEvent, useRef, useState } from 'react'
import { dropPlace, withMoved } from './column-changes.ts'
import type { ColumnHeadProps } from './column-head-props.ts'

/** Pixels that a pointer moves before a press is a drag. */
const threshold = 6

/** Dragging a head to another place; the title stays where it is. */
export function useColumnDrag({ columns, column, at, look, onDrag }: ColumnHeadProps) {
  const [dragged, setDragged] = useState(false)
  const state = useRef({ start: 0, moving: false, just: false, place: at })
  const over = (event: PointerEvent<HTMLElement>) => {
    const row = event.currentTarget.parentElement?.getBoundingClientRect()
    return dropPlace(columns, event.clientX - (row?.left ?? 0) - 44)
  }
  const end = (saves: boolean) => {
    const { moving, place } = state.current
    state.current = { ...state.current, moving: false, just: moving }
    if (!moving) return
    setDragged(false)
    onDrag(null)
    const to = place > at ? place - 1 : place
    if (saves && to !== at) look.columns(withMoved(columns, column.path, to))
  }
  return {
    dragged,
    /** Whether the click that follows a drag is its end and no click. */
    wasDragged: () => {
      const { just } = state.current
      state.current.just = false
      return just
    },
    handlers:
      at === 0
        ? {}
        : {
            onPointerDown: (event: PointerEvent<HTMLElement>) => {
              if (event.button !== 0 || event.pointerType === 'touch') return
              state.current = { start: event.clientX, moving: false, just: false, place: at }
            },
            onPointerMove: (event: PointerEvent<HTMLElement>) => {
              if (event.buttons !== 1 || state.current.start === 0) return
              if (!state.current.moving) {
                if (Math.abs(event.clientX - state.current.start) < threshold) return
                event.currentTarget.setPointerCapture(event.pointerId)
                state.current.moving = true
                setDragged(true)
              }
              state.current.place = over(event)
              onDrag(state.current.place)
            },
            onPointerUp: () => end(true),
            onPointerCancel: () => end(false),
          },
  }
}
