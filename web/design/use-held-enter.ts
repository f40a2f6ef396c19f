import { useEffect, useRef } from 'react'

/**
 * Enter that comes before a list has answered to what is typed waits for the answer: what stands there until then was
 * found by other words. Further typing takes it back.
 */
export function useHeldEnter(typed: string, pending: boolean, take: () => void) {
  const heldFor = useRef<string>(undefined)
  useEffect(() => {
    if (pending || heldFor.current === undefined) return
    const asked = heldFor.current
    heldFor.current = undefined
    if (asked === typed) take()
  })
  return {
    /** @returns whether it is to wait, and with that is dealt with */
    hold: (): boolean => {
      if (pending) heldFor.current = typed
      return pending
    },
    waits: (): boolean => heldFor.current === typed,
  }
}
