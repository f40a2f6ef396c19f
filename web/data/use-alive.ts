import { useEffect, useRef } from 'react'

/** Whether the screen that asked is still there to be told. */
export function useAlive(): () => boolean {
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  return () => alive.current
}
