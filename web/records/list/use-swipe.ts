import { type PointerEvent, type RefObject, useRef } from 'react'

/** Pixels after which letting go acts; and before which a finger may still mean to scroll. */
const acts = 88
const begins = 10
const longPress = 450

interface Swipe {
  readonly onRight: (() => void) | undefined
  readonly onLeft: (() => void) | undefined
  readonly onLongPress: () => void
}

/** A finger that draws a card aside, or rests on it. Only the card's own transform moves: nothing is drawn anew. */
export function useSwipe(card: RefObject<HTMLElement | null>, { onRight, onLeft, onLongPress }: Swipe) {
  const state = useRef({ x: 0, y: 0, by: 0, swiping: false, down: false, timer: 0, swallow: false })
  const show = (by: number) => {
    const { current } = card
    if (current === null) return
    state.current.by = by
    current.style.translate = by === 0 ? '' : `${by}px 0`
    current.parentElement?.toggleAttribute('data-right', by > 0)
    current.parentElement?.toggleAttribute('data-left', by < 0)
    current.parentElement?.toggleAttribute('data-acts', Math.abs(by) >= acts)
  }
  const end = () => {
    const { by, swiping, timer } = state.current
    window.clearTimeout(timer)
    state.current.down = false
    state.current.swiping = false
    if (!swiping) return
    show(0)
    if (by >= acts) onRight?.()
    else if (by <= -acts) onLeft?.()
  }
  return {
    /** Whether the click that follows belongs to a swipe or a long press. */
    swallowsClick: () => {
      const { swallow } = state.current
      state.current.swallow = false
      return swallow
    },
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') return
        const timer = window.setTimeout(() => {
          if (!state.current.down || state.current.swiping) return
          state.current.swallow = true
          onLongPress()
        }, longPress)
        state.current = {
          x: event.clientX,
          y: event.clientY,
          by: 0,
          swiping: false,
          down: true,
          timer,
          swallow: false,
        }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const { x, y, down, swiping } = state.current
        if (!down) return
        const [across, along] = [event.clientX - x, event.clientY - y]
        if (!swiping) {
          if (Math.hypot(across, along) < begins) return
          window.clearTimeout(state.current.timer)
          if (Math.abs(across) < Math.abs(along) * 1.5) {
            state.current.down = false
            return
          }
          event.currentTarget.setPointerCapture(event.pointerId)
          state.current.swiping = true
          state.current.swallow = true
        }
        const allowed = across > 0 ? onRight !== undefined : onLeft !== undefined
        show(allowed ? across : 0)
      },
      onPointerUp: end,
      onPointerCancel: () => {
        state.current.by = 0
        end()
      },
    },
  }
}
