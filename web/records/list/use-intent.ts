import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'

/** Milliseconds that a pointer rests on a link before it is taken to be meant. */
const rest = 50

const linkOf = (target: EventTarget): Element | null =>
  target instanceof Element ? target.closest('[data-open]') : null

/** Tells which link is about to be followed: a pointer rests on it, or presses it. Plain links of rows do not know the router. */
export function useIntent(prepare: (link: Element) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onMouseOver: ({ target }: MouseEvent) => {
      clearTimeout(timer.current)
      const link = linkOf(target)
      if (link !== null) timer.current = setTimeout(() => prepare(link), rest)
    },
    onPointerDownCapture: ({ target }: PointerEvent) => {
      clearTimeout(timer.current)
      const link = linkOf(target)
      if (link !== null) prepare(link)
    },
  }
}
