import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { indexAt, type Stack } from './stack.ts'

/** Pixels before and after what is in view that are drawn along, so that scrolling shows no gaps. */
const margin = 400

/**
 * The boxes of a stack that are in view of what scrolls them: first and last index. It changes with the boxes that are
 * reached, not with every pixel.
 */
export function useVisibleRange(
  scroller: RefObject<HTMLElement | null>,
  stack: Stack,
  axis: 'x' | 'y',
): readonly [first: number, last: number] {
  const [range, setRange] = useState<readonly [number, number]>([0, -1])
  const latest = useRef(stack)
  latest.current = stack
  const look = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const at = axis === 'x' ? element.scrollLeft : element.scrollTop
    const size = axis === 'x' ? element.clientWidth : element.clientHeight
    const first = indexAt(latest.current, at - margin)
    const last = Math.min(latest.current.starts.length - 1, indexAt(latest.current, at + size + margin))
    setRange((old) => (old[0] === first && old[1] === last ? old : [first, last]))
  }, [scroller, axis])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, look])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other boxes are other places
  useLayoutEffect(look, [look, stack])
  return range
}
