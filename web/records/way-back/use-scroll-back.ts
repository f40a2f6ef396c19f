import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

const byHand = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Scrolls to where something lay when one left, as far as there is anything yet; until all of it has come, or
 * somebody scrolls by hand.
 * @param before pixels
 * @param more whether more is on its way
 */
export function useScrollBack(
  scroller: RefObject<HTMLElement | null>,
  before: number | undefined,
  more: boolean,
  axis: 'scrollTop' | 'scrollLeft' = 'scrollTop',
): void {
  const waiting = useRef(before)
  useEffect(() => {
    const element = scroller.current
    const give = () => {
      waiting.current = undefined
    }
    for (const name of byHand) element?.addEventListener(name, give, { passive: true })
    return () => {
      for (const name of byHand) element?.removeEventListener(name, give)
    }
  }, [scroller])
  // Whenever there may be more to scroll.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || waiting.current === undefined) return
    element[axis] = waiting.current
    if (!more || element[axis] >= waiting.current - 1) waiting.current = undefined
  })
}
