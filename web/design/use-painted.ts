import { startTransition, useEffect, useReducer, useState } from 'react'
import { flushSync } from 'react-dom'

/** Milliseconds after which a page goes on that is painted for nobody: its tab lies behind another. */
const patience = 200

/**
 * False until the browser has painted what was drawn first; what follows is drawn bit by bit, and a click goes first.
 * For a page whose head is to stand at once, before all that it holds is made. A key waits for nothing: all is drawn
 * before it arrives, so that none is lost that the page understands.
 * @param atOnce draws everything in the first place: where a place to scroll to is waiting
 */
export function usePainted(atOnce: boolean): boolean {
  const [painted, setPainted] = useState(atOnce)
  const [, hurry] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    if (painted) return
    const goOn = () => startTransition(() => setPainted(true))
    let timer = setTimeout(goOn, patience)
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      // A task begun within a frame runs once that frame is painted.
      timer = setTimeout(goOn)
    })
    const goOnNow = () =>
      flushSync(() => {
        setPainted(true)
        // Drawn already, the page may still wait for its effects, which listen to keys: an urgent change runs them.
        hurry()
      })
    addEventListener('keydown', goOnNow, { capture: true })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      removeEventListener('keydown', goOnNow, { capture: true })
    }
  }, [painted])
  return painted
}
