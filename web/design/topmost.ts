import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'

/** Tokens of what is open above the page, the latest last. */
let open: readonly symbol[] = []
const listeners = new Set<() => void>()

function set(next: readonly symbol[]) {
  open = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Whether anything is open, or was when the key that closed it went down. */
export const somethingOpen = () => open.length > 0

/** Whether this is what lies on top of all that is open: only that is closed by Esc and by the way back. */
export function useTopmost(opened: boolean): boolean {
  const [token] = useState(() => Symbol('open'))
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  // With the change of the page itself: what is out of sight already would go on taking the keys until the page has rest.
  useLayoutEffect(() => {
    if (!opened) return
    clearTimeout(leaving.current)
    set([...open.filter((other) => other !== token), token])
    return () => {
      // The key that closed it must not close what lies beneath as well.
      leaving.current = setTimeout(() => set(open.filter((other) => other !== token)), 0)
    }
  }, [opened, token])
  return useSyncExternalStore(subscribe, () => open.at(-1)) === token
}
