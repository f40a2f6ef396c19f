import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Column } from './columns.ts'

/** Columns up to which all are drawn: fewer cells than that cost less than keeping count of them. */
const all = 40
/** Pixels beyond the edges of the view that are drawn too. */
const ahead = 400

interface ColumnWindow {
  /** Columns from `first` to before `end` are drawn, beside the frozen ones. */
  readonly first: number
  readonly end: number
}

/** Which columns are drawn: those in view where there are very many. */
export function useColumnWindow(
  scroller: RefObject<HTMLDivElement | null>,
  columns: readonly Column[],
  frozen: number,
) {
  const whole: ColumnWindow = { first: Math.max(1, frozen), end: columns.length }
  const [seen, setSeen] = useState<ColumnWindow>(whole)
  const wide = columns.length > all
  const look = useCallback(() => {
    const element = scroller.current
    if (element === null || !wide) return
    const [from, to] = [element.scrollLeft - ahead, element.scrollLeft + element.clientWidth + ahead]
    const first = columns.findIndex(({ left, width }) => left + width > from)
    const past = columns.findIndex(({ left }) => left > to)
    const next = { first: Math.max(1, frozen, first), end: past < 0 ? columns.length : past }
    setSeen((old) => (old.first === next.first && old.end === next.end ? old : next))
  }, [scroller, columns, frozen, wide])
  useEffect(look, [look])
  return {
    ...(wide
      ? { first: Math.min(seen.first, columns.length), end: Math.min(seen.end, columns.length) }
      : whole),
    look,
  }
}
