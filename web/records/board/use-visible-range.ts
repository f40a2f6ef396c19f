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
  // Kept, for to ask the element while boxes are being moved is to have them all laid out at once.
  const view = useRef({ at: 0, size: 0 })
  const look = useCallback(() => {
    const { at, size } = view.current
    const first = indexAt(latest.current, at - margin)
    const last = Math.min(latest.current.starts.length - 1, indexAt(latest.current, at + size + margin))
    setRange((old) => (old[0] === first && old[1] === last ? old : [first, last]))
  }, [])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => {
      view.current =
        axis === 'x'
          ? { at: element.scrollLeft, size: element.clientWidth }
          : { at: element.scrollTop, size: element.clientHeight }
      look()
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller, axis, look])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other boxes are other places
  useLayoutEffect(look, [look, stack])
  return range
}
