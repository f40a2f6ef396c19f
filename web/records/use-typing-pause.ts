import { useRef } from 'react'

/** Milliseconds without a key that are a pause, at least and at most. */
const [least, most] = [200, 350]
/** As many times the gap between the last two keys are no pause yet. */
const leeway = 1.6

/**
 * How long to wait after a key until somebody has paused. It follows the rhythm of the hand: a search begun between two
 * letters finds what nobody asked for, and draws it while the next letter is to be shown.
 * @returns to be called at each key
 */
export function useTypingPause(): () => number {
  const last = useRef(Number.NEGATIVE_INFINITY)
  return () => {
    const now = performance.now()
    const gap = now - last.current
    last.current = now
    return gap > most ? least : Math.min(most, Math.max(least, gap * leeway))
  }
}
