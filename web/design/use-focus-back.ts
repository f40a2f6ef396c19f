import { useEffect, useRef, useState } from 'react'

/**
 * Gives the focus back to what had it, where a dialog goes from the page as it is, open: Mantine gives it back where one that
 * stays is closed.
 */
export function useFocusBack(opened: boolean): void {
  // While it is drawn: afterwards something in it may have the focus.
  const [before] = useState(() => (opened ? document.activeElement : null))
  const open = useRef(opened)
  useEffect(() => {
    open.current = opened
  }, [opened])
  useEffect(
    () => () => {
      if (!open.current || document.activeElement !== document.body) return
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    [before],
  )
}
