import { useEffect, useRef, useState } from 'react'

/** Rows that are drawn for the first time in one frame: what a slow machine draws in some 20 ms. */
const perFrame = 8

/**
 * Which of the lines in view are drawn now. A leap of the scroll bar brings a screenful of new ones: they are drawn over
 * some frames, those in view first, so that no frame takes long and the next key or wheel is heard.
 * @param inView first and last line that are seen; further ones are drawn ahead
 */
export function useRowBudget(
  lines: readonly number[],
  inView: { readonly startIndex: number; readonly endIndex: number } | null,
): ReadonlySet<number> {
  const drawn = useRef<ReadonlySet<number>>(new Set())
  const [, redraw] = useState(0)
  const seen = (line: number) =>
    inView === null || (line >= inView.startIndex && line <= inView.endIndex) ? 0 : 1
  const fresh = lines.filter((line) => !drawn.current.has(line)).sort((a, b) => seen(a) - seen(b))
  const now = new Set(lines.filter((line) => drawn.current.has(line)))
  for (const line of fresh.slice(0, perFrame)) now.add(line)
  const left = fresh.length > perFrame
  useEffect(() => {
    drawn.current = now
    if (!left) return
    const frame = requestAnimationFrame(() => redraw((count) => count + 1))
    return () => cancelAnimationFrame(frame)
  })
  return now
}
