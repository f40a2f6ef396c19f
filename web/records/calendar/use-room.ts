import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** How many lanes fit into each of some rows that share the height of an element. */
export function useRoom(
  rows: number,
  head: number,
  lane: number,
): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(600)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = () => setHeight(current.clientHeight)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  return [element, Math.max(1, Math.floor((height / rows - head) / lane))]
}
