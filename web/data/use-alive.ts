import { useLayoutEffect, useRef } from 'react'

/**
 * Whether the screen that asked is still there to be told. It is gone with the very commit that takes it away: an answer
 * that comes before the browser has painted would otherwise be told to nobody.
 */
export function useAlive(): () => boolean {
  const alive = useRef(true)
  useLayoutEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  return () => alive.current
}
