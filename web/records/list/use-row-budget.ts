import { useLayoutEffect, useRef, useState } from 'react'

/** Rows that are drawn for the first time in one frame, at the beginning, at least and at most. */
const atFirst = 4
const [least, most] = [2, 24]
/** Milliseconds to draw them and lay them out: beyond the first fewer are drawn at once, within the second more. */
const slow = 30
const quick = 15

/**
 * Which of the lines in view are drawn now. A leap of the scroll bar brings a screenful of new ones: they are drawn over
 * some frames, those in view first, so that no frame takes long and the next key or wheel is heard. How many a frame
 * takes is learned from the machine.
 * @param idOf what a line shows: another record in the same place is a new row too
 * @param inView first and last line that are seen; further ones are drawn ahead
 */
export function useRowBudget(
  lines: readonly number[],
  idOf: (line: number) => string,
  inView: { readonly startIndex: number; readonly endIndex: number } | null,
): ReadonlySet<number> {
  const drawn = useRef<ReadonlySet<string>>(new Set())
  const perFrame = useRef(atFirst)
  const [, redraw] = useState(0)
  const began = performance.now()
  const seen = (line: number) =>
    inView === null || (line >= inView.startIndex && line <= inView.endIndex) ? 0 : 1
  const fresh = lines.filter((line) => !drawn.current.has(idOf(line))).sort((a, b) => seen(a) - seen(b))
  const now = new Set(lines.filter((line) => drawn.current.has(idOf(line))))
  for (const line of fresh.slice(0, perFrame.current)) now.add(line)
  const full = fresh.length >= perFrame.current
  const left = fresh.length > perFrame.current
  useLayoutEffect(() => {
    drawn.current = new Set([...now].map(idOf))
    if (!full) return
    // Asked for its height, the page lays them out; how long its painting takes says little of them.
    void document.body.offsetHeight
    const took = performance.now() - began
    if (took > slow) perFrame.current = Math.max(least, Math.floor(perFrame.current / 2))
    else if (took < quick) perFrame.current = Math.min(most, perFrame.current + 2)
    if (!left) return
    const frame = requestAnimationFrame(() => redraw((count) => count + 1))
    return () => cancelAnimationFrame(frame)
  })
  return now
}
