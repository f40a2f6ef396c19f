import type { CollisionDetection, DragStartEvent } from '@dnd-kit/core'
import { useCallback, useEffect, useRef } from 'react'
import type { BoardParts } from './board-context.ts'
import { lift, liftOf } from './lift.ts'
import { scrollSpeed } from './scroll-speed.ts'
import { dropIndex } from './stack.ts'

interface Hand {
  /** Where the pointer is in the window; where on the card it took hold. */
  x: number
  y: number
  readonly holdY: number
}

/**
 * Follows the pointer while it holds a card: the column beneath it, the place among its cards, and scrolling at the edges
 * of board and column. It looks once a frame, and draws only when the target is another one.
 * @param canvas what scrolls the columns
 */
export function usePointerDrag(
  parts: BoardParts,
  canvas: { readonly current: HTMLElement | null },
  grabbed: { readonly current: HTMLElement | null },
) {
  const hand = useRef<Hand>(undefined)
  const frame = useRef(0)
  const task = useRef<ReturnType<typeof setTimeout>>(undefined)
  const take = useRef<() => void>(undefined)

  const look = useCallback(() => {
    const at = hand.current
    const board = canvas.current
    if (at === undefined || board === null) return
    // After the frame: everything is laid out then, and what moves is drawn in a task of its own.
    frame.current = requestAnimationFrame(() => {
      task.current = setTimeout(look)
    })
    const { store, places, manual } = parts
    const held = store.get().lift
    if (held === undefined) return
    const area = board.getBoundingClientRect()
    board.scrollLeft += scrollSpeed(at.x, area.left, area.right)
    const column = columnAt(board, at.x)
    if (column === undefined) return
    const id = column.dataset.column ?? ''
    const place = places.get(id)
    if (place === undefined || !manual) {
      const back = id === held.from ? held.index : undefined
      store.aim({ column: id, index: manual ? (back ?? 0) : undefined })
      return
    }
    const box = place.scroller.getBoundingClientRect()
    place.scroller.scrollTop += scrollSpeed(at.y, box.top, box.bottom)
    const top = at.y - at.holdY - box.top + place.scroller.scrollTop
    store.aim({ column: id, index: dropIndex(place.stack, top) })
  }, [parts, canvas])

  const follow = useCallback<CollisionDetection>(({ pointerCoordinates }) => {
    if (hand.current !== undefined && pointerCoordinates !== null) {
      hand.current.x = pointerCoordinates.x
      hand.current.y = pointerCoordinates.y
    }
    return []
  }, [])

  const start = useCallback(
    ({ activatorEvent }: DragStartEvent) => {
      const card = grabbed.current
      const found = parts.pool.find(card?.dataset.card ?? '')
      if (card === null || found === undefined) return
      const box = card.getBoundingClientRect()
      const point = pointOf(activatorEvent) ?? { x: box.x, y: box.y }
      hand.current = { ...point, holdY: point.y - box.top }
      const held = liftOf(parts, found, { width: box.width, height: box.height, by: 'pointer' })
      const draw = () => parts.store.set({ hand: held })
      take.current = () => {
        draw()
        lift(parts, held)
      }
      // Tasks of their own: the library has drawn and measured enough in the one of the pointer's move. The card in the
      // hand comes first, so that there is no moment without it.
      task.current = setTimeout(() => {
        draw()
        task.current = setTimeout(() => {
          take.current?.()
          take.current = undefined
          look()
        })
      })
    },
    [parts, grabbed, look],
  )

  const stop = useCallback(() => {
    clearTimeout(task.current)
    cancelAnimationFrame(frame.current)
    hand.current = undefined
    take.current = undefined
  }, [])
  /** The pointer lets go: where it is now is what counts, however short the pull was. */
  const end = useCallback(() => {
    take.current?.()
    look()
    stop()
  }, [look, stop])
  useEffect(() => stop, [stop])
  return { start, follow, stop, end }
}

/** The column beneath the pointer, or the nearest one. */
function columnAt(board: HTMLElement, x: number): HTMLElement | undefined {
  let nearest: HTMLElement | undefined
  let least = Number.POSITIVE_INFINITY
  for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
    const { left, right } = column.getBoundingClientRect()
    const distance = x < left ? left - x : x > right ? x - right : 0
    if (distance < least) {
      least = distance
      nearest = column
    }
  }
  return nearest
}

function pointOf(event: Event): { x: number; y: number } | undefined {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY }
  const touch = 'touches' in event && event instanceof TouchEvent ? event.touches[0] : undefined
  return touch && { x: touch.clientX, y: touch.clientY }
}
