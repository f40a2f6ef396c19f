import { useLayoutEffect, useRef, useState } from 'react'

/** Milliseconds in which the new rows of one task are drawn and laid out. */
const budget = 10
/** Milliseconds of one frame in which such tasks are begun; painting what they drew takes about as long again. */
const ofFrame = 16
/** Rows that a frame draws however long they take: a busy machine has to get on. */
const least = 3
/** Milliseconds that a row takes on a slow machine: taken for granted until it is known. */
const unknown = 5
/** Rows that are drawn for the first time in one task, at most. */
const most = 12

/**
 * Which of the lines in view are drawn now. A leap of the scroll bar brings a screenful of new ones: they are drawn over
 * some tasks and frames, those in view first, so that no task takes long and the next key or wheel is heard. How many a
 * task takes follows from what a row took of late on this machine: one at least.
 * @param idOf what a line shows: another record in the same place is a new row too; undefined for a place that waits for
 * its record, which costs little and tells nothing of those that do not
 * @param inView first and last line that are seen; further ones are drawn ahead
 */
export function useRowBudget(
  lines: readonly number[],
  idOf: (line: number) => string | undefined,
  inView: { readonly startIndex: number; readonly endIndex: number } | null,
): ReadonlySet<number> {
  const drawn = useRef<ReadonlySet<string>>(new Set())
  const perRow = useRef(unknown)
  /** When the first task of this frame began, and how many rows were drawn since; undefined until there is one. */
  const frame = useRef<{ readonly began: number; drawn: number }>(undefined)
  const [, redraw] = useState(0)
  const began = performance.now()
  const nameOf = (line: number) => idOf(line) ?? `line ${line}`
  const seen = (line: number) =>
    inView === null || (line >= inView.startIndex && line <= inView.endIndex) ? 0 : 1
  const fresh = lines.filter((line) => !drawn.current.has(nameOf(line))).sort((a, b) => seen(a) - seen(b))
  const now = new Set(lines.filter((line) => drawn.current.has(nameOf(line))))
  const added = fresh.slice(0, Math.min(most, Math.max(1, Math.floor(budget / perRow.current))))
  for (const line of added) now.add(line)
  const rows = added.filter((line) => idOf(line) !== undefined).length
  const left = fresh.length > added.length
  useLayoutEffect(() => {
    drawn.current = new Set([...now].map(nameOf))
    if (rows > 0 && rows === added.length) {
      // Asked for its height, the page lays them out; how long its painting takes says little of them.
      void document.body.offsetHeight
      perRow.current = (perRow.current + (performance.now() - began) / rows) / 2
    }
    if (!left) {
      frame.current = undefined
      return
    }
    frame.current ??= { began, drawn: 0 }
    frame.current.drawn += added.length
    const next = () => redraw((count) => count + 1)
    if (frame.current.drawn < least || performance.now() - frame.current.began < ofFrame) {
      const task = setTimeout(next)
      return () => clearTimeout(task)
    }
    const waiting = requestAnimationFrame(() => {
      frame.current = undefined
      next()
    })
    return () => cancelAnimationFrame(waiting)
  })
  return now
}
